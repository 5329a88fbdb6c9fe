package locality.budget.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What the ledger may say no to.
public abstract sealed class LedgerRefusal extends Refusal {

    private LedgerRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class Unbalanced extends LedgerRefusal {
        Unbalanced(Pence debits, Pence credits, Pence difference) {
            super(
                    Kind.RULE_BROKEN,
                    "UNBALANCED",
                    "debits %s - credits %s = %s, not 0".formatted(debits, credits, difference));
            operand("debitsPence", debits);
            operand("creditsPence", credits);
            operand("differencePence", difference);
        }
    }

    static final class PostingsOutOfRange extends LedgerRefusal {
        PostingsOutOfRange(int postings) {
            super(
                    Kind.RULE_BROKEN,
                    "POSTINGS_OUT_OF_RANGE",
                    "An entry has 2 to %d postings, not %d"
                            .formatted(Entry.MOST_POSTINGS, postings));
            operand("postings", postings);
        }
    }

    static final class PostingIncomplete extends LedgerRefusal {
        PostingIncomplete(Account account) {
            super(
                    Kind.RULE_BROKEN,
                    "POSTING_INCOMPLETE",
                    "A posting on %s names its %s".formatted(account, named(account.named())));
            operand("account", account);
        }

        private static String named(Account.@Nullable Dimension dimension) {
            return switch (dimension) {
                case null -> "account";
                case LINE -> "lineId";
                case PARTNER -> "partner";
                case SOURCE -> "source";
            };
        }
    }

    static final class AmountOutOfRange extends LedgerRefusal {
        AmountOutOfRange(Account account, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "AMOUNT_OUT_OF_RANGE",
                    "A posting moves something, and no more than a locality has; %s on %s does not"
                            .formatted(amount, account));
            operand("account", account);
            operand("amountPence", amount);
        }
    }

    static final class NoAuthority extends LedgerRefusal {
        NoAuthority(String why) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_AUTHORITY",
                    "Nothing moves without a decision: none is cited, and " + why);
        }

        /// The approved plan allows what its lines spend, and the entry has another side.
        NoAuthority(Account account) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_AUTHORITY",
                    "An approved plan allows what is spent on its lines from HOST_CASH, CREDITORS or PREPAYMENTS; %s needs a decision on the fund"
                            .formatted(account));
            operand("account", account);
        }

        /// The approved plan allows what its lines spend, and the entry moves more than that.
        NoAuthority(Pence debits, Pence spent) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_AUTHORITY",
                    "An approved plan allows what is spent on its lines: debits %s - spend %s = %s, not 0; more needs a decision on the fund"
                            .formatted(debits, spent, debits.minus(spent)));
            operand("debitsPence", debits);
            operand("spendPence", spent);
            operand("differencePence", debits.minus(spent));
        }
    }

    static final class MemorandumIsDerived extends LedgerRefusal {
        MemorandumIsDerived(Account account) {
            super(
                    Kind.RULE_BROKEN,
                    "MEMORANDUM_IS_DERIVED",
                    "%s is posted by plans and commitments alone".formatted(account));
            operand("account", account);
        }
    }

    static final class NotBetweenPartners extends LedgerRefusal {
        NotBetweenPartners(Posting posting, String standsOn, @Nullable Basis basis) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_BETWEEN_PARTNERS",
                    "%s is %s: nothing is posted between partners on it, so not on %s"
                            .formatted(
                                    standsOn,
                                    basis == null ? "under no agreement" : basis,
                                    posting.account()));
            operand("account", posting.account());
            operand(posting.lineId() == null ? "fund" : "line", standsOn);
            operand("basis", basis);
        }
    }

    static final class WrongSource extends LedgerRefusal {
        WrongSource(Account account, String source, String line, String fundingSource) {
            super(
                    Kind.RULE_BROKEN,
                    "WRONG_SOURCE",
                    "%s is funded by %s: nothing of %s is posted on it"
                            .formatted(line, fundingSource, source));
            operand("account", account);
            operand("line", line);
            operand("source", source);
            operand("fundingSource", fundingSource);
        }
    }

    static final class KeyReused extends LedgerRefusal {
        KeyReused(String key, UUID entry, List<String> differs) {
            super(
                    Kind.CONFLICT,
                    "KEY_REUSED",
                    "Another entry stands under %s: it differs in %s"
                            .formatted(key, String.join(", ", differs)));
            operand("key", key);
            operand("entryId", entry);
            operand("differs", differs);
        }
    }

    /// Some of the entries are refused, and all were to be posted or none.
    static final class BatchRefused extends LedgerRefusal {
        BatchRefused(int entries, List<?> refused) {
            super(
                    Kind.RULE_BROKEN,
                    "BATCH_REFUSED",
                    "%d of %d entries are refused, so none is posted"
                            .formatted(refused.size(), entries));
            operand("entries", entries);
            operand("refused", refused);
        }
    }

    static final class BeforeTheYear extends LedgerRefusal {
        BeforeTheYear(LocalDate effectiveOn, FinancialYear year) {
            super(
                    Kind.RULE_BROKEN,
                    "BEFORE_THE_YEAR",
                    "%s is before %s began, on %s".formatted(effectiveOn, year, year.start()));
            operand("effectiveDate", effectiveOn);
            operand("yearStart", year.start());
        }
    }

    static final class LiesAhead extends LedgerRefusal {
        LiesAhead(LocalDate effectiveOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "LIES_AHEAD",
                    "%s lies after today, %s".formatted(effectiveOn, today));
            operand("effectiveDate", effectiveOn);
            operand("today", today);
        }
    }

    static final class AlreadyReversed extends LedgerRefusal {
        AlreadyReversed(String entry) {
            super(Kind.CONFLICT, "ALREADY_REVERSED", "%s was reversed before".formatted(entry));
            operand("entry", entry);
        }
    }

    static final class NotReversible extends LedgerRefusal {
        NotReversible(String entry) {
            super(
                    Kind.CONFLICT,
                    "NOT_REVERSIBLE",
                    "%s is a reversal, or was posted by a plan, a commitment or a contribution; undo it there"
                            .formatted(entry));
            operand("entry", entry);
        }
    }
}
