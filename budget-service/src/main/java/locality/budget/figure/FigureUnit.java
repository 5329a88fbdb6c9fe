package locality.budget.figure;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// In what a document counts money: pounds, thousands or millions of them.
@Schema(name = "FigureUnit")
public enum FigureUnit {
    GBP(100),
    GBP_K(100_000),
    GBP_M(100_000_000);

    private final BigDecimal pence;

    FigureUnit(long pence) {
        this.pence = BigDecimal.valueOf(pence);
    }

    /// So many of it, in pence and parts of a penny.
    BigDecimal inPence(BigDecimal count) {
        return count.multiply(pence);
    }
}
