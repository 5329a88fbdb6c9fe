package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.event.BudgetEvent.FiguresCompared.Figure;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PerformancePayEvent.PerformancePayRuleEnded;
import locality.platform.event.PerformancePayEvent.PerformancePayRuleRecorded;
import locality.platform.event.PublishedEvent;
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
    static final Provenance MADE_UP = Provenance.illustrative();

    private final Facts facts;
    private final UUID fund = Ids.next();
    private final UUID later = Ids.next();
    private final UUID carers = Ids.next();
    private final UUID transfer = Ids.next();
    private final UUID grant = Ids.next();
    private final UUID capital = Ids.next();
    private final UUID development = Ids.next();
    private final UUID planDecision = Ids.next();
    private final UUID investment = Ids.next();
    private final UUID moving = Ids.next();
    private final UUID rule = Ids.next();

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

    List<PublishedEvent> budget() {
        return Stream.<List<PublishedEvent>>of(
                        opening(),
                        new CommitmentFacts(facts.place, fund, development, transfer, investment)
                                .told(),
                        new ContributionFacts(facts.place, fund).told(),
                        new VirementFacts(facts.place, fund, carers, development, moving).told(),
                        List.of(
                                new PerformancePayRuleRecorded(
                                        rule,
                                        "TST-PERFORMANCE-PAY",
                                        "Performance related part",
                                        2_500,
                                        null,
                                        facts.place,
                                        day("2013-06-26"),
                                        MADE_UP),
                                new PerformancePayRuleEnded(
                                        rule,
                                        "TST-PERFORMANCE-PAY",
                                        facts.place,
                                        day("2014-04-03"),
                                        Facts.STATED),
                                compared(),
                                fellShort(),
                                opened(later, LaterPoolFacts.FUND, "2015/16", "2015-02-01")),
                        ContributionFacts.paidForNothing(facts.place, later),
                        new LaterPoolFacts(facts.place, later, moving).told())
                .flatMap(List::stream)
                .toList();
    }

    private List<PublishedEvent> opening() {
        return List.of(
                opened(fund, FUND, "2014/15", "2014-02-01"),
                terms("ALIGNED", "2014-04-01"),
                terms("POOLED", "2014-06-01"),
                terms("POOLED", "2014-11-01"),
                terms("SHADOW", "2015-04-01"),
                planned(1, "OUTLINE", "2014-02-14", 490_000_000),
                planned(2, "FINAL", "2014-04-01", 500_000_000),
                approved());
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

    private FundPlanApproved approved() {
        return new FundPlanApproved(fund, planDecision, facts.place, day("2014-05-14"), 2, "FINAL");
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

    private FiguresCompared fellShort() {
        return new FiguresCompared(
                Ids.next(),
                "TST-REVENUE",
                fund,
                "Care Bill: revenue alone against the line",
                List.of(figure("Revenue", "1,473", 147_300_000)),
                figure("New responsibilities under Care Bill", "2,000", 200_000_000),
                Pence.of(147_300_000),
                Pence.of(-52_700_000),
                "DIFFERS",
                facts.place,
                day("2014-12-15"));
    }

    private static Figure figure(String label, String stated, long pence) {
        return new Figure(label, stated, "GBP_K", Pence.of(pence), false, Facts.STATED);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
