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
    HOST_CASH(null, false, Side.DEBIT, "Money the host holds for the fund"),
    CONTRIBUTIONS_RECEIVABLE(
            Dimension.PARTNER,
            true,
            Side.DEBIT,
            "What a partner still has to pay of what fell due"),
    PREPAYMENTS(null, false, Side.DEBIT, "Paid for what is still to come"),
    RISK_SHARE_DUE_FROM(
            Dimension.PARTNER, true, Side.DEBIT, "What a partner owes as its share of a variance"),
    RISK_SHARE_DUE_TO(
            Dimension.PARTNER,
            true,
            Side.CREDIT,
            "What a partner is owed as its share of a variance"),
    CREDITORS(null, false, Side.CREDIT, "Spent and not yet paid out"),
    INCOME_IN_ADVANCE(null, false, Side.CREDIT, "Received before it fell due"),
    SOURCE_BALANCE(
            Dimension.SOURCE, false, Side.CREDIT, "What is in the fund from a source of funding"),
    CONTRIBUTION_INCOME(Dimension.PARTNER, true, Side.CREDIT, "What partners contribute"),
    SPEND(Dimension.LINE, false, Side.DEBIT, "What is spent on a line"),
    BUDGET(null, false, Side.DEBIT, "Memorandum: what an approved plan gives a line"),
    COMMITMENTS(Dimension.LINE, false, Side.DEBIT, "Memorandum: promised on a line, not yet paid"),
    RESERVE_FOR_COMMITMENTS(
            Dimension.LINE, false, Side.CREDIT, "Memorandum: held on a line for what is promised");

    /// What a posting on an account must name.
    @Schema(name = "AccountDimension")
    public enum Dimension {
        LINE,
        PARTNER,
        SOURCE
    }

    /// The side on which an account grows.
    @Schema(name = "AccountSide")
    public enum Side {
        DEBIT,
        CREDIT
    }

    private final @Nullable Dimension named;
    private final boolean betweenPartners;
    private final Side normalSide;
    private final String purpose;

    Account(@Nullable Dimension named, boolean betweenPartners, Side normalSide, String purpose) {
        this.named = named;
        this.betweenPartners = betweenPartners;
        this.normalSide = normalSide;
        this.purpose = purpose;
    }

    public @Nullable Dimension named() {
        return named;
    }

    public Side normalSide() {
        return normalSide;
    }

    public String purpose() {
        return purpose;
    }

    /// Whether it moves money from one partner to another, which only a pooled line allows.
    public boolean isBetweenPartners() {
        return betweenPartners;
    }

    /// Whether what a line spends may be paid from here, or come back to here.
    public boolean paysSpend() {
        return switch (this) {
            case HOST_CASH, CREDITORS, PREPAYMENTS -> true;
            default -> false;
        };
    }

    public boolean isMemorandum() {
        return switch (this) {
            case BUDGET, COMMITMENTS, RESERVE_FOR_COMMITMENTS -> true;
            default -> false;
        };
    }
}
