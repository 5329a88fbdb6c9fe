package locality.budget.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.ledger.Account;
import locality.budget.ledger.Ledger.Balance;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {

    private static final UUID FUND = UUID.fromString("01930b2a-0115-7c3e-9a41-5b7d2e8f1615");

    @Test
    void putsEveryAccountOnTheSideOnWhichItStandsAndAddsBothUp() {
        var drawn =
                of(
                        balance(Account.SPEND, "L01", 50_000),
                        balance(Account.SPEND, "L02", 20_000),
                        balance(Account.HOST_CASH, null, -70_000));

        assertThat(drawn.rows()).hasSize(Account.values().length);
        assertThat(row(drawn, Account.SPEND).debitPence()).isEqualTo(Pence.of(70_000));
        assertThat(row(drawn, Account.HOST_CASH).creditPence()).isEqualTo(Pence.of(70_000));
        assertThat(drawn.balances()).isTrue();
        assertThat(drawn.proof())
                .isEqualTo("debits 70,000 - credits 70,000 = 0; of the memorandum accounts 0");
    }

    @Test
    void saysWhatDoesNotBalance() {
        var lopsided =
                of(balance(Account.SPEND, null, 70_000), balance(Account.HOST_CASH, null, -1));
        var acrossTheMemorandum =
                of(balance(Account.COMMITMENTS, null, 5), balance(Account.CREDITORS, null, -5));

        assertThat(lopsided.balances()).isFalse();
        assertThat(lopsided.differencePence()).isEqualTo(Pence.of(69_999));
        assertThat(acrossTheMemorandum.balances()).isFalse();
        assertThat(acrossTheMemorandum.proof()).endsWith("of the memorandum accounts 5");
    }

    @Test
    void isASpreadsheetWithItsTotals() {
        var csv = of(balance(Account.SPEND, null, 5), balance(Account.CREDITORS, null, -5)).csv();

        assertThat(csv.lines())
                .startsWith("account,purpose,debitPence,creditPence")
                .contains("SPEND,What is spent on a line,5,0")
                .last()
                .asString()
                .startsWith("TOTAL,")
                .endsWith(",5,5");
    }

    private static TrialBalance.Row row(TrialBalance drawn, Account account) {
        return drawn.rows().stream()
                .filter(one -> one.account() == account)
                .findFirst()
                .orElseThrow();
    }

    private static TrialBalance of(Balance... balances) {
        return TrialBalance.of(
                FUND, "MCR-BCF", LocalDate.of(2014, 6, 30), Instant.EPOCH, List.of(balances));
    }

    private static Balance balance(Account account, @Nullable String source, long pence) {
        return new Balance(account, null, null, source, Pence.of(pence));
    }
}
