package locality.budget.summary;

import java.util.function.Function;
import locality.budget.line.LineView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// By what the lines of a fund are summed up.
@Schema(name = "SummaryBy")
enum SummaryBy {
    AREA(LineView::areaOfSpend),
    SOURCE(LineView::fundingSource),
    COMMISSIONER(LineView::commissioner),
    PROVIDER_TYPE(LineView::providerType),
    BASIS(line -> line.basis().name()),
    KIND(line -> line.kind().name()),
    RING_FENCE(LineView::ringFence),
    SCHEME_TYPE(LineView::schemeType),
    USE(LineView::use);

    private final Function<LineView, @Nullable String> says;

    SummaryBy(Function<LineView, @Nullable String> says) {
        this.says = says;
    }

    /// What a line says of it, empty where it says nothing.
    String of(LineView line) {
        var said = says.apply(line);
        return said == null ? "" : said;
    }
}
