package locality.reporting.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.BudgetEvent.JournalEntryPosted.Posting;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.event.CommitmentEvent.CommitmentVariationRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What is promised from lines of a pool, asked for, paid, varied and corrected.
record CommitmentFacts(
        Locality place, UUID fund, UUID development, UUID transfer, UUID investment) {

    private static final UUID COMMITMENT = Ids.next();
    private static final UUID CORRECTED = Ids.next();

    List<PublishedEvent> told() {
        var told = new ArrayList<PublishedEvent>();
        told.addAll(
                List.of(
                        requested(),
                        committed(),
                        discharged(),
                        spent(),
                        varied(),
                        varianceLapsed()));
        told.addAll(corrected());
        return told;
    }

    private ApprovalRequested requested() {
        return new ApprovalRequested(
                COMMITMENT,
                PoolFacts.FUND + "-L06-C1",
                Ids.next(),
                "ab".repeat(32),
                fund,
                development,
                Pence.of(279_100_000),
                "bcf-investment-wave-one",
                "ALIGNED",
                List.of(),
                "R0A",
                "Central pre-alliance",
                "TST-INT-1",
                "00W",
                day("2014-08-12"),
                place,
                day("2014-05-14"));
    }

    private CommitmentOpened committed() {
        return new CommitmentOpened(
                COMMITMENT,
                PoolFacts.FUND + "-L06-C1",
                fund,
                development,
                Pence.of(279_100_000),
                "R0A",
                "Central pre-alliance",
                "TST-INT-1",
                investment,
                null,
                place,
                day("2014-06-11"),
                "TST-CONTRACT-1",
                day("2015-03-31"),
                null,
                null,
                null,
                null);
    }

    private CommitmentDischarged discharged() {
        return new CommitmentDischarged(
                COMMITMENT,
                PoolFacts.FUND + "-L06-C1",
                fund,
                development,
                Pence.of(70_000_000),
                Pence.ZERO,
                Pence.of(209_100_000),
                "PART_DISCHARGED",
                Ids.next(),
                place,
                day("2014-07-31"));
    }

    private JournalEntryPosted spent() {
        return new JournalEntryPosted(
                Ids.next(),
                "TST-JE-1",
                fund,
                "First quarter, paid late",
                "DECISION",
                investment,
                COMMITMENT,
                List.of(
                        new Posting("SPEND", development, null, null, Pence.of(70_000_000)),
                        new Posting("CREDITORS", null, null, null, Pence.of(-70_000_000))),
                "cd".repeat(32),
                place,
                day("2014-07-31"),
                4,
                null,
                true,
                "INV-2014-07");
    }

    private CommitmentVariationRequested varied() {
        return new CommitmentVariationRequested(
                COMMITMENT,
                PoolFacts.FUND + "-L06-C1",
                Ids.next(),
                "ef".repeat(32),
                fund,
                development,
                Pence.of(279_100_000),
                Pence.of(300_000_000),
                "bcf-investment-wave-one",
                "POOLED",
                List.of(),
                "R0A",
                "Central pre-alliance",
                null,
                "00W",
                day("2014-10-08"),
                place,
                day("2014-09-10"));
    }

    private CommitmentVariationRefused varianceLapsed() {
        return new CommitmentVariationRefused(
                COMMITMENT,
                PoolFacts.FUND + "-L06-C1",
                Ids.next(),
                fund,
                development,
                Pence.of(300_000_000),
                "LAPSED",
                "No decision by 2014-10-08",
                null,
                place,
                day("2014-10-09"));
    }

    /// Paid in part, and then told to have been given back on an earlier day.
    private List<PublishedEvent> corrected() {
        var reference = PoolFacts.FUND + "-L02-C1";
        return List.of(
                new CommitmentOpened(
                        CORRECTED,
                        reference,
                        fund,
                        transfer,
                        Pence.of(100_000),
                        "R0A",
                        "Equipment",
                        null,
                        null,
                        Ids.next(),
                        place,
                        day("2014-06-11"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new CommitmentDischarged(
                        CORRECTED,
                        reference,
                        fund,
                        transfer,
                        Pence.of(40_000),
                        Pence.ZERO,
                        Pence.of(60_000),
                        "PART_DISCHARGED",
                        Ids.next(),
                        place,
                        day("2014-11-30")),
                new CommitmentReleased(
                        CORRECTED,
                        reference,
                        fund,
                        transfer,
                        Pence.of(60_000),
                        "It was paid by mistake",
                        place,
                        day("2014-11-01")));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
