package locality.reporting.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.event.BudgetEvent.ContributionReceived;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.event.BudgetEvent.FiguresCompared.Figure;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.BudgetEvent.JournalEntryPosted.Posting;
import locality.platform.event.BudgetEvent.LineBasisChanged;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.event.CommitmentEvent.CommitmentVariationRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PublishedEvent;
import locality.platform.event.VirementEvent.Move;
import locality.platform.event.VirementEvent.ProtectedAmountSet;
import locality.platform.event.VirementEvent.VirementMade;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.Facts;

/// What budget-service would tell of a Better Care Fund in 2014/15, with the figures of
/// Manchester's table; days and basis are made up.
final class PoolFacts {

    static final String FUND = "TST-BCF-2014-15";
    private static final Provenance MADE_UP = Provenance.illustrative();

    private final Facts facts;
    private final UUID fund = Ids.next();
    private final UUID later = Ids.next();
    private final UUID giving = Ids.next();
    private final UUID getting = Ids.next();
    private final UUID carers = Ids.next();
    private final UUID transfer = Ids.next();
    private final UUID grant = Ids.next();
    private final UUID capital = Ids.next();
    private final UUID development = Ids.next();
    private final UUID commitment = Ids.next();
    private final UUID corrected = Ids.next();
    private final UUID virement = Ids.next();
    private final UUID schedule = Ids.next();
    private final UUID planDecision = Ids.next();
    private final UUID investment = Ids.next();
    private final UUID moving = Ids.next();

    PoolFacts(Locality place) {
        facts = new Facts(place);
    }

    PublishedEvent[] governance() {
        return new PublishedEvent[] {
            agreed(),
            facts.decision(planDecision, "Health and Wellbeing Board", "IN_EFFECT"),
            facts.decision(investment, "Commissioning Group", "IN_EFFECT"),
            facts.decision(moving, "Executive Health Group", "IN_EFFECT")
        };
    }

    /// As governance tells of it: under a reference of its own.
    private AgreementChanged agreed() {
        return new AgreementChanged(
                Ids.next(),
                "TST-S75-GOVERNED",
                "Section 75 agreement",
                "POOLING",
                1,
                "IN_FORCE",
                List.of(
                        new AgreementChanged.Party("E08000003", "FULL", day("2014-05-20"), null),
                        new AgreementChanged.Party("00W", "FULL", null, null)),
                day("2014-06-01"),
                null,
                null,
                false,
                facts.place,
                day("2014-05-20"),
                MADE_UP);
    }

    PublishedEvent[] budget() {
        var told = new ArrayList<PublishedEvent>();
        told.addAll(
                List.of(
                        opened(fund, FUND, "2014/15", "2014-02-01"),
                        terms("ALIGNED", "2014-04-01"),
                        terms("POOLED", "2014-06-01"),
                        terms("SHADOW", "2015-04-01")));
        told.addAll(
                List.of(
                        planned(1, "OUTLINE", "2014-02-14", 490_000_000),
                        planned(2, "FINAL", "2014-04-01", 500_000_000),
                        approved()));
        told.addAll(
                List.of(
                        requested(),
                        committed(),
                        discharged(),
                        spent(),
                        varied(),
                        varianceLapsed()));
        told.addAll(
                List.of(contribution(), received(1, "2014-06-03"), protectedAmount(), compared()));
        told.addAll(List.of(virementRequested(), virementMade(), basisChanged()));
        told.addAll(corrected());
        told.add(opened(later, "TST-BCF-2015-16", "2015/16", "2015-02-01"));
        told.addAll(
                List.of(
                        laterPlan(1, "2015-03-01", 100_000, 100_000, 50_000),
                        moved(1, "2015-06-10", 20_000),
                        laterPlan(2, "2015-07-01", 110_000, 90_000, 70_000),
                        moved(2, "2015-08-01", 5_000)));
        return told.toArray(PublishedEvent[]::new);
    }

    private FundOpened opened(UUID id, String reference, String year, String on) {
        return new FundOpened(
                id,
                reference,
                "Better Care Fund",
                "POOLED_FUND",
                FinancialYear.parse(year),
                "E08000003",
                facts.place,
                day(on),
                Facts.STATED,
                "TST-S75");
    }

    private AgreementTermsSet terms(String basis, String from) {
        return new AgreementTermsSet(
                Ids.next(),
                "TST-S75",
                1,
                List.of("S75"),
                "E08000003",
                "Pooled fund manager",
                "E08000003",
                null,
                basis,
                facts.place,
                day(from),
                MADE_UP,
                "TST-S75-GOVERNED",
                null,
                null);
    }

    private FundPlanned planned(int version, String stage, String on, long carersPence) {
        return new FundPlanned(
                fund,
                Pence.of(carersPence + 2_767_100_000L),
                List.of(
                        line(
                                carers,
                                "L01",
                                "Carers break & reablement",
                                "Social care",
                                carersPence,
                                "REVENUE"),
                        line(
                                transfer,
                                "L02",
                                "Social care transfer",
                                "Social care",
                                999_800_000,
                                "REVENUE"),
                        line(
                                grant,
                                "L03",
                                "Disabled Facilities Grant",
                                "Housing",
                                296_700_000,
                                "CAPITAL"),
                        line(
                                capital,
                                "L04",
                                "Social Care capital",
                                "Social care",
                                148_500_000,
                                "CAPITAL"),
                        line(
                                development,
                                "L06",
                                "Local Development Fund",
                                "New delivery models",
                                1_322_100_000,
                                "REVENUE")),
                facts.place,
                day(on),
                version,
                stage);
    }

    private static FundPlanned.Line line(
            UUID id, String reference, String scheme, String area, long pence, String kind) {
        return new FundPlanned.Line(
                id,
                FUND + "-" + reference,
                scheme,
                area,
                "00W",
                "ALIGNED",
                Pence.of(pence),
                Facts.STATED,
                Pence.of(pence),
                kind.equals("CAPITAL") ? "Capital grants" : "NHS minimum contribution",
                null,
                kind,
                null);
    }

    /// A plan of two lines, with what they have by then: its moves before are in that.
    private FundPlanned laterPlan(int version, String on, long gives, long has, long gotHas) {
        return new FundPlanned(
                later,
                Pence.of(gives + 50_000),
                List.of(
                        laterLine(giving, "L1", gives, has),
                        laterLine(getting, "L2", 50_000, gotHas)),
                facts.place,
                day(on),
                version,
                "FINAL");
    }

    private static FundPlanned.Line laterLine(UUID id, String number, long planned, long has) {
        return new FundPlanned.Line(
                id,
                "TST-BCF-2015-16-" + number,
                "Line " + number,
                "Social care",
                "00W",
                "POOLED",
                Pence.of(planned),
                MADE_UP,
                Pence.of(has),
                null,
                null,
                null,
                null);
    }

    private VirementMade moved(int number, String on, long pence) {
        return new VirementMade(
                Ids.next(),
                "TST-BCF-2015-16-V" + number,
                later,
                List.of(
                        new Move(giving, "TST-BCF-2015-16-L1", Pence.of(-pence)),
                        new Move(getting, "TST-BCF-2015-16-L2", Pence.of(pence))),
                Pence.of(pence),
                "It begins later than planned",
                Ids.next(),
                moving,
                null,
                List.of(),
                facts.place,
                day(on));
    }

    private FundPlanApproved approved() {
        return new FundPlanApproved(fund, planDecision, facts.place, day("2014-05-14"), 2, "FINAL");
    }

    private ApprovalRequested requested() {
        return new ApprovalRequested(
                commitment,
                FUND + "-L06-C1",
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
                facts.place,
                day("2014-05-14"));
    }

    private CommitmentOpened committed() {
        return new CommitmentOpened(
                commitment,
                FUND + "-L06-C1",
                fund,
                development,
                Pence.of(279_100_000),
                "R0A",
                "Central pre-alliance",
                "TST-INT-1",
                investment,
                null,
                facts.place,
                day("2014-06-11"),
                "TST-CONTRACT-1",
                day("2015-03-31"));
    }

    private CommitmentDischarged discharged() {
        return new CommitmentDischarged(
                commitment,
                FUND + "-L06-C1",
                fund,
                development,
                Pence.of(70_000_000),
                Pence.ZERO,
                Pence.of(209_100_000),
                "PART_DISCHARGED",
                Ids.next(),
                facts.place,
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
                commitment,
                List.of(
                        new Posting("SPEND", development, null, null, Pence.of(70_000_000)),
                        new Posting("CREDITORS", null, null, null, Pence.of(-70_000_000))),
                "cd".repeat(32),
                facts.place,
                day("2014-07-31"),
                4,
                null,
                true,
                "INV-2014-07");
    }

    private CommitmentVariationRequested varied() {
        return new CommitmentVariationRequested(
                commitment,
                FUND + "-L06-C1",
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
                facts.place,
                day("2014-09-10"));
    }

    private CommitmentVariationRefused varianceLapsed() {
        return new CommitmentVariationRefused(
                commitment,
                FUND + "-L06-C1",
                Ids.next(),
                fund,
                development,
                Pence.of(300_000_000),
                "LAPSED",
                "No decision by 2014-10-08",
                null,
                facts.place,
                day("2014-10-09"));
    }

    /// Paid in part, and then told to have been given back on an earlier day.
    private List<PublishedEvent> corrected() {
        var reference = FUND + "-L02-C1";
        return List.of(
                new CommitmentOpened(
                        corrected,
                        reference,
                        fund,
                        transfer,
                        Pence.of(100_000),
                        "R0A",
                        "Equipment",
                        null,
                        null,
                        Ids.next(),
                        facts.place,
                        day("2014-06-11"),
                        null,
                        null),
                new CommitmentDischarged(
                        corrected,
                        reference,
                        fund,
                        transfer,
                        Pence.of(40_000),
                        Pence.ZERO,
                        Pence.of(60_000),
                        "PART_DISCHARGED",
                        Ids.next(),
                        facts.place,
                        day("2014-11-30")),
                new CommitmentReleased(
                        corrected,
                        reference,
                        fund,
                        transfer,
                        Pence.of(60_000),
                        "It was paid by mistake",
                        facts.place,
                        day("2014-11-01")));
    }

    /// The table's 32,671,000 in twelve months: four of 2,722,583.34 and eight of 2,722,583.33.
    private ContributionScheduled contribution() {
        var months =
                IntStream.range(0, 12)
                        .mapToObj(
                                month ->
                                        new Instalment(
                                                day("2014-04-01").plusMonths(month),
                                                Pence.of(272_258_333 + (month < 4 ? 1 : 0))))
                        .toList();
        return new ContributionScheduled(
                schedule,
                fund,
                "00W",
                Pence.of(3_267_100_000L),
                months,
                facts.place,
                day("2014-04-01"),
                MADE_UP,
                "NHS minimum contribution",
                Pence.of(3_300_000_000L),
                Pence.of(32_900_000));
    }

    private ContributionReceived received(int instalments, String on) {
        var amount = Pence.of(272_258_334L * instalments);
        return new ContributionReceived(
                schedule, fund, "00W", amount, amount, Ids.next(), facts.place, day(on));
    }

    private ProtectedAmountSet protectedAmount() {
        return new ProtectedAmountSet(
                Ids.next(),
                "TST-SOCIAL-CARE",
                fund,
                "Protection of social care",
                Pence.of(1_499_800_000),
                "WARN",
                List.of(FUND + "-L01", FUND + "-L02"),
                day("2015-03-31"),
                facts.place,
                day("2014-04-01"),
                MADE_UP);
    }

    private FiguresCompared compared() {
        return new FiguresCompared(
                Ids.next(),
                "TST-CARE-BILL",
                fund,
                "Care Bill: revenue and capital against the line",
                List.of(
                        figure("Revenue", "1,473", 147_300_000),
                        figure("Capital", "544", 54_400_000)),
                figure("New responsibilities under Care Bill", "2,000", 200_000_000),
                Pence.of(201_700_000),
                Pence.of(1_700_000),
                "DIFFERS",
                facts.place,
                day("2014-05-01"));
    }

    private static Figure figure(String label, String stated, long pence) {
        return new Figure(label, stated, "GBP_K", Pence.of(pence), false, Facts.STATED);
    }

    private List<Move> moves() {
        return List.of(
                new Move(carers, FUND + "-L01", Pence.of(-25_000_000)),
                new Move(development, FUND + "-L06", Pence.of(25_000_000)));
    }

    private VirementRequested virementRequested() {
        return new VirementRequested(
                virement,
                FUND + "-V1",
                Ids.next(),
                "01".repeat(32),
                fund,
                moves(),
                Pence.of(25_000_000),
                "pooled-budget",
                "POOLED",
                List.of(),
                "Reablement begins later than planned",
                "E08000003",
                day("2014-10-08"),
                facts.place,
                day("2014-09-10"));
    }

    private VirementMade virementMade() {
        return new VirementMade(
                virement,
                FUND + "-V1",
                fund,
                moves(),
                Pence.of(25_000_000),
                "Reablement begins later than planned",
                Ids.next(),
                moving,
                null,
                List.of("TST-SOCIAL-CARE"),
                facts.place,
                day("2014-10-01"));
    }

    private LineBasisChanged basisChanged() {
        return new LineBasisChanged(
                carers, FUND + "-L01", fund, "POOLED", 1, facts.place, day("2014-10-01"), MADE_UP);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
