package locality.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final UUID LINE = UUID.fromString("01930b2a-0115-7c3e-9a41-5b7d2e8f1615");

    @Test
    void balances() {
        assertThatCode(
                        () ->
                                Entry.requireValid(
                                        List.of(spend(70_000), cash(-50_000), cash(-20_000))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesDebitsThatAreNotCreditsAndNamesBoth() {
        assertThatThrownBy(() -> Entry.requireValid(List.of(spend(70_000), cash(-69_999))))
                .isInstanceOf(LedgerRefusal.Unbalanced.class)
                .hasMessage("debits 70,000 - credits 69,999 = 1, not 0");
    }

    @Test
    void refusesMemorandumPostingsThatBalanceOnlyAgainstRealOnes() {
        assertThatThrownBy(
                        () ->
                                Entry.requireValid(
                                        List.of(
                                                Posting.onLine(
                                                        Account.COMMITMENTS,
                                                        LINE,
                                                        Pence.of(70_000)),
                                                cash(-70_000))))
                .isInstanceOf(LedgerRefusal.Unbalanced.class);
    }

    @Test
    void refusesAPostingThatDoesNotNameWhatItsAccountAsksFor() {
        assertThatThrownBy(
                        () ->
                                Entry.requireValid(
                                        List.of(
                                                Posting.on(
                                                        Account.CONTRIBUTIONS_RECEIVABLE,
                                                        Pence.of(1)),
                                                cash(-1))))
                .isInstanceOf(LedgerRefusal.PostingIncomplete.class)
                .hasMessage("A posting on CONTRIBUTIONS_RECEIVABLE names its partner");
    }

    @Test
    void refusesAPostingOfNothingOrOfMoreThanAnybodyHasAndAnEntryOfOneSide() {
        assertThatThrownBy(() -> Entry.requireValid(List.of(spend(0), cash(0))))
                .isInstanceOf(LedgerRefusal.AmountOutOfRange.class);
        for (long beyond : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> Entry.requireValid(List.of(spend(1), cash(beyond))))
                    .isInstanceOf(LedgerRefusal.AmountOutOfRange.class);
        }
        assertThatThrownBy(() -> Entry.requireValid(List.of(spend(1))))
                .isInstanceOf(LedgerRefusal.PostingsOutOfRange.class);
    }

    @Test
    void hashesParticularsAndLeavesEntriesWithoutAnyAsTheyWere() {
        var postings = List.of(spend(70_000), cash(-70_000));
        var plain = entry("Reablement", postings);
        var said =
                List.of(
                        new Entry.Particulars("AP-1", null, Map.of(), false),
                        new Entry.Particulars(null, "AP-1", Map.of(), false),
                        new Entry.Particulars(null, null, Map.of("AP", "1"), false),
                        new Entry.Particulars(null, null, Map.of("A", "P1"), false),
                        new Entry.Particulars(null, null, Map.of(), true));

        assertThat(plain.digest())
                .isEqualTo("a704ce61695ddaa4cbc42850d969e207e785fb61c294fa23764a469425e74482");
        assertThat(said)
                .extracting(one -> with(plain, one).digest())
                .doesNotHaveDuplicates()
                .doesNotContain(plain.digest());
        assertThat(
                        with(
                                        plain,
                                        new Entry.Particulars(
                                                null, null, Map.of("a", "1", "b", "2"), false))
                                .digest())
                .isEqualTo(
                        with(
                                        plain,
                                        new Entry.Particulars(
                                                null, null, Map.of("b", "2", "a", "1"), false))
                                .digest());
    }

    @Test
    void putsADateIntoItsPeriodAndWhatComesAfterTheYearIntoThirteen() {
        var year = FinancialYear.parse("2014/15");

        assertThat(Ledger.period(year, LocalDate.of(2014, 4, 1))).isEqualTo(1);
        assertThat(Ledger.period(year, LocalDate.of(2015, 3, 31))).isEqualTo(12);
        assertThat(Ledger.period(year, LocalDate.of(2015, 4, 1))).isEqualTo(13);
        assertThatThrownBy(() -> Ledger.period(year, LocalDate.of(2014, 3, 31)))
                .isInstanceOf(LedgerRefusal.BeforeTheYear.class);
    }

    @Test
    @Tag("B5")
    void movesMoneyBetweenPartnersOnlyWhereItIsPooled() {
        var owed = new Posting(Account.RISK_SHARE_DUE_FROM, LINE, "00W", null, Pence.of(1));

        assertThatCode(() -> owed.requireBasis("MCR-L01", Basis.POOLED)).doesNotThrowAnyException();
        for (var other : new Basis[] {Basis.ALIGNED, Basis.SHADOW, Basis.IN_VIEW, null}) {
            assertThatThrownBy(() -> owed.requireBasis("MCR-L01", other))
                    .as("%s", other)
                    .isInstanceOf(LedgerRefusal.NotBetweenPartners.class);
            assertThatCode(() -> spend(1).requireBasis("MCR-L01", other))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void isOnlySpendWhenMoneyIsSpentOnLinesOrComesBackFromThem() {
        for (var postings :
                List.of(
                        List.of(spend(70_000), cash(-70_000)),
                        List.of(spend(-70_000), cash(70_000)),
                        List.of(spend(70_000), spend(-70_000)),
                        List.of(spend(70_000), spend(-20_000), cash(-50_000)))) {
            assertThatCode(() -> Entry.requireOnlySpend(postings)).doesNotThrowAnyException();
        }
    }

    @Test
    void isNotOnlySpendWhenOtherMoneyMovesBesideIt() {
        var named = Posting.onLine(Account.HOST_CASH, LINE, Pence.of(1_000_000_000_000L));
        var creditors = Posting.on(Account.CREDITORS, Pence.of(-1_000_000_000_000L));

        assertThatThrownBy(() -> Entry.requireOnlySpend(List.of(named, creditors)))
                .isInstanceOf(LedgerRefusal.NoAuthority.class)
                .hasMessageContaining(
                        "debits 1,000,000,000,000 - spend 0 = 1,000,000,000,000, not 0");
        assertThatThrownBy(
                        () ->
                                Entry.requireOnlySpend(
                                        List.of(spend(70_000), cash(-70_000), named, creditors)))
                .isInstanceOf(LedgerRefusal.NoAuthority.class);
        assertThatThrownBy(
                        () ->
                                Entry.requireOnlySpend(
                                        List.of(spend(5), spend(-5), cash(5), cash(-5))))
                .isInstanceOf(LedgerRefusal.NoAuthority.class);
    }

    private static Entry entry(String description, List<Posting> postings) {
        return new Entry(
                LINE,
                LINE,
                Locality.MANCHESTER,
                LocalDate.of(2014, 6, 30),
                3,
                Instant.parse("2014-07-01T09:00:00Z"),
                description,
                Authority.plan(LINE),
                null,
                null,
                "E08000003/someone",
                Provenance.illustrative(),
                postings);
    }

    private static Entry with(Entry entry, Entry.Particulars particulars) {
        return new Entry(
                entry.id(),
                entry.fundId(),
                entry.locality(),
                entry.effectiveOn(),
                entry.period(),
                entry.recordedAt(),
                entry.description(),
                entry.authority(),
                entry.commitmentId(),
                entry.reverses(),
                entry.actor(),
                entry.provenance(),
                entry.postings(),
                particulars);
    }

    private static Posting spend(long pence) {
        return Posting.onLine(Account.SPEND, LINE, Pence.of(pence));
    }

    private static Posting cash(long pence) {
        return Posting.on(Account.HOST_CASH, Pence.of(pence));
    }
}
