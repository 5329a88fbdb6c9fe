package locality.budget.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import locality.budget.ledger.Account;
import locality.budget.ledger.Ledger.Balance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What every account of a fund holds on a day, on the side on which it stands; both columns come
/// to the same, and the memorandum accounts do among themselves.
///
/// @param proof the sum that shows it
@Schema(name = "TrialBalance")
record TrialBalance(
        UUID fundId,
        String fund,
        LocalDate effectiveAt,
        Instant knownAt,
        List<Row> rows,
        Pence debitPence,
        Pence creditPence,
        Pence differencePence,
        boolean balances,
        @Schema(examples = "debits 70,000 - credits 70,000 = 0") String proof) {

    @Schema(name = "TrialBalanceRow")
    record Row(
            Account account,
            String purpose,
            boolean memorandum,
            Pence debitPence,
            Pence creditPence) {

        private static Row of(Account account, Pence balance) {
            return new Row(
                    account,
                    account.purpose(),
                    account.isMemorandum(),
                    balance.isPositive() ? balance : Pence.ZERO,
                    balance.isNegative() ? balance.negated() : Pence.ZERO);
        }

        private Pence balance() {
            return debitPence.minus(creditPence);
        }
    }

    static TrialBalance of(
            UUID fundId,
            String fund,
            LocalDate effectiveAt,
            Instant knownAt,
            List<Balance> balances) {
        var byAccount = new EnumMap<Account, Pence>(Account.class);
        balances.forEach(one -> byAccount.merge(one.account(), one.balance(), Pence::plus));
        var rows =
                Arrays.stream(Account.values())
                        .map(one -> Row.of(one, byAccount.getOrDefault(one, Pence.ZERO)))
                        .toList();
        var debits = Pence.sum(rows.stream().map(Row::debitPence).toList());
        var credits = Pence.sum(rows.stream().map(Row::creditPence).toList());
        var memorandum =
                Pence.sum(rows.stream().filter(Row::memorandum).map(Row::balance).toList());
        return new TrialBalance(
                fundId,
                fund,
                effectiveAt,
                knownAt,
                rows,
                debits,
                credits,
                debits.minus(credits),
                debits.equals(credits) && memorandum.isZero(),
                "debits %s - credits %s = %s; of the memorandum accounts %s"
                        .formatted(debits, credits, debits.minus(credits), memorandum));
    }

    String csv() {
        var lines = new java.util.ArrayList<List<?>>();
        rows.forEach(
                row ->
                        lines.add(
                                List.of(
                                        row.account(),
                                        row.purpose(),
                                        row.debitPence().value(),
                                        row.creditPence().value())));
        lines.add(List.of("TOTAL", proof, debitPence.value(), creditPence.value()));
        return Csv.write(List.of("account", "purpose", "debitPence", "creditPence"), lines);
    }
}
