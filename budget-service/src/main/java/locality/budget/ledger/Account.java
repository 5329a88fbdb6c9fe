package locality.budget.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The chart of accounts. The last three are memorandum accounts: they balance among themselves and
/// are posted by plans and commitments alone.
@Schema(
        name = "Account",
        description =
                "CONTRIBUTIONS_RECEIVABLE, RISK_SHARE_DUE_FROM, RISK_SHARE_DUE_TO and"
                    + " CONTRIBUTION_INCOME name a partner, SOURCE_BALANCE a source, SPEND a line;"
                    + " BUDGET, COMMITMENTS and RESERVE_FOR_COMMITMENTS are memorandum accounts")
public enum Account {
    HOST_CASH(null, false),
    CONTRIBUTIONS_RECEIVABLE(Dimension.PARTNER, true),
    PREPAYMENTS(null, false),
    RISK_SHARE_DUE_FROM(Dimension.PARTNER, true),
    RISK_SHARE_DUE_TO(Dimension.PARTNER, true),
    CREDITORS(null, false),
    INCOME_IN_ADVANCE(null, false),
    SOURCE_BALANCE(Dimension.SOURCE, false),
    CONTRIBUTION_INCOME(Dimension.PARTNER, true),
    SPEND(Dimension.LINE, false),
    BUDGET(null, false),
    COMMITMENTS(Dimension.LINE, false),
    RESERVE_FOR_COMMITMENTS(Dimension.LINE, false);

    /// What a posting on an account must name.
    enum Dimension {
        LINE,
        PARTNER,
        SOURCE
    }

    private final @Nullable Dimension named;
    private final boolean betweenPartners;

    Account(@Nullable Dimension named, boolean betweenPartners) {
        this.named = named;
        this.betweenPartners = betweenPartners;
    }

    @Nullable Dimension named() {
        return named;
    }

    /// Whether it moves money from one partner to another, which only a pooled line allows.
    boolean isBetweenPartners() {
        return betweenPartners;
    }

    boolean isMemorandum() {
        return switch (this) {
            case BUDGET, COMMITMENTS, RESERVE_FOR_COMMITMENTS -> true;
            default -> false;
        };
    }
}
