package locality.governance.gateway;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// What a gateway passes as a spreadsheet: what is exported is edited and sent back. A row whose
/// reference the gateway has is that item, another is new.
final class ScopeSheet {

    private static final List<String> REQUIRED =
            List.of("reference", "title", "kind", "transfersOn");
    private static final List<String> OPTIONAL =
            List.of("version", "intervention", "state", "effectiveOn", "reason");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "kind",
                    "intervention",
                    "transfersOn",
                    "state",
                    "effectiveOn",
                    "reason");

    private ScopeSheet() {}

    /// @param version of the gateway when the sheet was read; null for a new item
    record Row(
            int line,
            String reference,
            @Nullable Long version,
            String title,
            ScopeKind kind,
            @Nullable String intervention,
            LocalDate transfersOn) {

        /// @throws locality.platform.refusal.Refusal if it does not say what goes over
        ScopeItem.Proposal proposal() {
            return new ScopeItem.Proposal(reference, title, kind, intervention, transfersOn);
        }
    }

    /// What is derived is there to be read; on the way in it is passed over.
    ///
    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<Row> read(String csv) {
        return Csv.read(csv, REQUIRED, OPTIONAL).map(ScopeSheet::row);
    }

    /// @param current whether they are as they now are; those of another day get no version, for
    ///   sent back they would undo what was done since
    static String write(GatewayView gateway, boolean current) {
        return Csv.write(
                COLUMNS,
                gateway.items().stream()
                        .map(
                                item ->
                                        Arrays.<@Nullable Object>asList(
                                                item.reference(),
                                                current ? gateway.version() : null,
                                                item.title(),
                                                item.kind(),
                                                item.intervention(),
                                                item.transfersOn(),
                                                item.state(),
                                                item.since(),
                                                item.reason()))
                        .toList());
    }

    private static Row row(Csv.Row cells) {
        return new Row(
                cells.line(),
                cells.parsed("reference", Spelling.like(GatewayToPlan.REFERENCE)::apply),
                cells.optional("version", Long::parseLong),
                cells.parsed("title", ScopeSheet::title),
                cells.oneOf("kind", ScopeKind.class),
                cells.optional("intervention", Spelling.like(GatewayToPlan.REFERENCE)::apply),
                cells.parsed("transfersOn", LocalDate::parse));
    }

    /// No longer than JSON takes it.
    private static String title(String text) {
        if (text.length() > ScopeItem.TITLE_LENGTH) {
            throw new IllegalArgumentException(
                    "is longer than %d signs".formatted(ScopeItem.TITLE_LENGTH));
        }
        return text;
    }
}
