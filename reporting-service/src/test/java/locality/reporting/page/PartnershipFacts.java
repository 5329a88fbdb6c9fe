package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PartnershipEvent.Area;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.event.PartnershipEvent.Condition;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.event.PartnershipEvent.GatewayChanged;
import locality.platform.event.PartnershipEvent.MilestoneChanged;
import locality.platform.event.PartnershipEvent.Party;
import locality.platform.event.PartnershipEvent.PlanChanged;
import locality.platform.event.PartnershipEvent.Predecessor;
import locality.platform.event.PartnershipEvent.PrincipleRecorded;
import locality.platform.event.PartnershipEvent.Rating;
import locality.platform.event.PartnershipEvent.RegisterEntryChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PartnershipEvent.StrategyChanged;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.reporting.Facts;
import org.jspecify.annotations.Nullable;

/// What governance-service and intervention-service would tell of a partnership in 2018: a section
/// 75 agreement and an Integration Agreement, a gateway with a condition, a register, an
/// assessment, a plan.
final class PartnershipFacts {

    private final Locality place;
    private final UUID pooling = Ids.next();
    private final UUID integration = Ids.next();
    private final UUID gateway = Ids.next();
    private final UUID core = Ids.next();
    private final UUID refused = Ids.next();
    private final UUID board = Ids.next();
    private final UUID programme = Ids.next();
    private final UUID risk = Ids.next();
    private final UUID plan = Ids.next();
    private final UUID review = Ids.next();
    private final UUID consultation = Ids.next();
    private final UUID event = Ids.next();

    PartnershipFacts(Locality place) {
        this.place = place;
    }

    PublishedEvent[] governance() {
        return new PublishedEvent[] {
            pooling("DRAFT", "2018-02-01", null),
            pooling("IN_FORCE", "2018-04-01", "2018-03-20"),
            integration(4, "IN_REVIEW", "2018-04-01"),
            integration(4, "SUPERSEDED", "2018-05-01"),
            integration(5, "FOR_RATIFICATION", "2018-05-01"),
            gateway("PLANNED", "2017-10-01", List.of(), null),
            gateway(
                    "PASSED_WITH_CONDITIONS",
                    "2018-03-31",
                    List.of(
                            new Condition(
                                    "Complete the Service Development Improvement Plan",
                                    day("2018-09-30"),
                                    null)),
                    Ids.next()),
            scope(core, "BOL-SC-CORE-2", "Core+2", "SERVICE", null),
            scope(
                    Ids.next(),
                    "BOL-SC-INT-01",
                    "Primary Care Academy",
                    "INTERVENTION",
                    "BOL-INT-01"),
            scope(refused, "BOL-SC-INT-17", "Intervention 17", "INTERVENTION", "BOL-INT-17"),
            assessed(
                    "BOL-BCF-REVIEW",
                    List.of("RED", "AMBER", "GREEN"),
                    rating("Protection for social services spend", "Capital costs", "RED"),
                    rating("Protection for social services spend", "Carers breaks", null),
                    rating("Vision", "Consistent with the strategic plan", "GREEN"),
                    rating("Finance", "Minimum to be pooled", null)),
            assessed("BOL-PEER", List.of(), rating("Conversation spine", "Governance", null)),
            body(board, "BOL-JLT", "Joint Leadership Team"),
            body(programme, "BOL-PMT", "Programme Management Team"),
            entry(risk, "BOL-RISK-1", "RISK", "Loss of financial control", "OPEN", 4, 5, null),
            closed(),
            entry(Ids.next(), "BOL-RISK-2", "RISK", "Loss of key staff", "OPEN", null, null, null),
            entry(
                    Ids.next(),
                    "BOL-ISSUE-1",
                    "ISSUE",
                    "The pool is forecast to overspend",
                    "ESCALATED",
                    2,
                    3,
                    risk),
            planned(null, "2018-04-01"),
            planned("May 2018", "2018-05-01"),
            action(),
            milestone(review, "BOL-MS-1", "Contract review", "2018-06-30", "MONTH", null, "05-01"),
            milestone(review, "BOL-MS-1", "Contract review", "2018-07-20", "DAY", null, "06-15"),
            milestone(review, "BOL-MS-1", "Contract review", "2018-07-20", "DAY", "07-18", "07-18"),
            milestone(
                    Ids.next(), "BOL-MS-2", "Scheme of Delegation", null, "ONGOING", null, "05-01"),
            milestone(Ids.next(), "BOL-MS-3", "Priority 8", null, "UNDATED", null, "05-01"),
            milestone(
                    Ids.next(),
                    "BOL-MS-4",
                    "Outcomes <framework>",
                    "2018-06-30",
                    "DAY",
                    null,
                    "05-01"),
            new StrategyChanged(
                    Ids.next(),
                    "BOL-ICS",
                    "Integrated Commissioning Strategy",
                    "STRATEGY",
                    "2",
                    "APPROVED",
                    day("2018-06-01"),
                    null,
                    place,
                    day("2018-02-28"),
                    Facts.STATED),
            principle(1, "Do no harm", null),
            principle(2, "Consult early", "2018-06-30"),
            engaged(Ids.next(), "Public events", "EVENT", "PUBLIC", null, 3, null, "2018-05-14"),
            engaged(event, "One more event", "EVENT", "PUBLIC", null, 1, 40, "2018-06-08"),
            engaged(event, "One more event", "EVENT", "PUBLIC", null, 1, 40, "2018-06-01"),
            engaged(Ids.next(), "Staff briefings", "BRIEFING", "STAFF", null, 2, 0, "2018-05-14"),
            consulted("PLANNED", "2018-04-01"),
            consulted("FORMAL", "2018-06-15")
        };
    }

    PublishedEvent[] intervention() {
        return new PublishedEvent[] {
            answered(core, "TRANSFERRED", null, "2018-04-01"),
            answered(core, "LISTED", null, "2018-05-14"),
            answered(refused, "REFUSED", "The intervention was closed before", "2018-04-01")
        };
    }

    private AgreementChanged pooling(String state, String from, @Nullable String signedOn) {
        return new AgreementChanged(
                pooling,
                "BOL-S75",
                "Section 75 agreement",
                "SECTION_75",
                1,
                state,
                List.of(
                        party("Council", "FULL", signedOn),
                        party("Commissioning group", "FULL", signedOn)),
                day("2018-04-01"),
                day("2019-03-31"),
                day("2018-09-30"),
                false,
                place,
                day(from),
                Facts.STATED);
    }

    private AgreementChanged integration(int version, String state, String from) {
        return new AgreementChanged(
                integration,
                "BOL-IA",
                "Integration Agreement",
                "INTEGRATION",
                version,
                state,
                List.of(
                        party("MioCare", "ASSOCIATE", null),
                        party("Council", "FULL", version == 5 ? "2018-05-20" : null),
                        party("Hospital trust", "FULL", null)),
                null,
                null,
                null,
                false,
                place,
                day(from),
                Facts.STATED);
    }

    private static Party party(String organisation, String capacity, @Nullable String signedOn) {
        return new Party(
                organisation,
                capacity,
                signedOn == null ? null : day(signedOn),
                signedOn == null ? null : Ids.next());
    }

    private GatewayChanged gateway(
            String state, String from, List<Condition> conditions, @Nullable UUID decision) {
        return new GatewayChanged(
                gateway,
                "BOL-GW-2",
                "BOL-LCO-CONTRACT",
                2,
                day("2017-10-01"),
                day("2018-03-31"),
                state,
                null,
                conditions,
                decision,
                place,
                day(from),
                Facts.STATED);
    }

    private ScopeTransferred scope(
            UUID id, String reference, String title, String kind, @Nullable String intervention) {
        return new ScopeTransferred(
                id,
                gateway,
                "BOL-LCO-CONTRACT",
                reference,
                title,
                kind,
                intervention,
                place,
                day("2018-04-01"),
                Facts.STATED);
    }

    private ContractScopeChanged answered(
            UUID id, String state, @Nullable String reason, String from) {
        return new ContractScopeChanged(
                id,
                "BOL-LCO-CONTRACT",
                "-",
                "-",
                "SERVICE",
                null,
                state,
                reason,
                place,
                day(from),
                Facts.STATED);
    }

    private AssessmentChanged assessed(String reference, List<String> scale, Rating... ratings) {
        return new AssessmentChanged(
                Ids.next(),
                reference,
                reference,
                "FRAMEWORK",
                null,
                "CONDUCTED",
                scale,
                List.of(ratings),
                place,
                day("2018-03-15"),
                Facts.STATED);
    }

    private BodyChanged body(UUID id, String reference, String name) {
        return new BodyChanged(
                id,
                reference,
                name,
                "COMMITTEE",
                "LOCALITY",
                "ESTABLISHED",
                null,
                place,
                day("2016-10-01"),
                Facts.STATED,
                null,
                null,
                null);
    }

    private static Rating rating(String domain, String criterion, @Nullable String reviewer) {
        return new Rating(domain, criterion, null, reviewer, null);
    }

    private RegisterEntryChanged entry(
            UUID id,
            String reference,
            String kind,
            String title,
            String state,
            @Nullable Integer likelihood,
            @Nullable Integer impact,
            @Nullable UUID cause) {
        return new RegisterEntryChanged(
                id,
                reference,
                kind,
                title,
                state,
                programme,
                likelihood,
                impact,
                "Chief Finance Officer",
                day("2018-06-30"),
                cause,
                place,
                day("2018-05-01"),
                Facts.STATED,
                null,
                state.equals("ESCALATED") ? board : null);
    }

    private RegisterEntryChanged closed() {
        return new RegisterEntryChanged(
                risk,
                "BOL-RISK-1",
                "RISK",
                "Loss of financial control",
                "CLOSED",
                board,
                4,
                5,
                null,
                null,
                null,
                place,
                day("2018-08-01"),
                Facts.STATED,
                null,
                null);
    }

    private PlanChanged planned(@Nullable String baseline, String from) {
        return new PlanChanged(
                plan,
                "BOL-PLAN",
                "Master Plan",
                List.of(
                        new Area("Priorities", null),
                        new Area("Governance", 1),
                        new Area("LCO development", null),
                        new Area("Care at home", null),
                        new Area("Greater Manchester themes", null)),
                baseline,
                null,
                place,
                day(from),
                Facts.STATED,
                board);
    }

    /// It stands in an area of the plan, as minutes wrote it.
    private ActionChanged action() {
        return new ActionChanged(
                Ids.next(),
                "BOL-JLT/1/A1",
                "Agree the offer of care at home",
                "Programme Director",
                null,
                null,
                "OPEN",
                null,
                null,
                place,
                day("2018-05-01"),
                Facts.STATED,
                board,
                "Care at Home");
    }

    private MilestoneChanged milestone(
            UUID id,
            String reference,
            String title,
            @Nullable String forecast,
            String precision,
            @Nullable String achieved,
            String from) {
        return new MilestoneChanged(
                id,
                plan,
                reference,
                title,
                forecast == null ? "Governance" : "LCO development",
                "Programme Director",
                null,
                forecast == null ? null : day(forecast),
                precision,
                precision.equals("ONGOING") ? day("2018-09-30") : null,
                forecast == null ? null : day("2018-06-30"),
                achieved == null ? null : day("2018-" + achieved),
                achieved == null ? "PLANNED" : "ACHIEVED",
                place,
                day("2018-" + from),
                Facts.STATED,
                forecast == null ? null : day(forecast),
                title.equals("Outcomes <framework>"),
                title.equals("Outcomes <framework>")
                        ? List.of(new Predecessor(review, "BOL-MS-1", -20))
                        : List.of());
    }

    private PrincipleRecorded principle(int number, String text, @Nullable String until) {
        return new PrincipleRecorded(
                Ids.next(),
                "BOL-PR-" + number,
                "DECOMMISSIONING",
                number,
                text,
                until == null ? null : day(until),
                place,
                day("2018-02-28"),
                Facts.STATED,
                null);
    }

    private EngagementRecorded consulted(String stage, String from) {
        return engaged(
                consultation, "Staff of the group", "CONSULTATION", "STAFF", stage, 1, null, from);
    }

    private EngagementRecorded engaged(
            UUID id,
            String title,
            String kind,
            String audience,
            @Nullable String stage,
            int count,
            @Nullable Integer reached,
            String from) {
        return new EngagementRecorded(
                id,
                "BOL-ENG-" + title.charAt(0),
                title,
                kind,
                audience,
                stage,
                count,
                reached,
                place,
                day(from),
                Facts.STATED);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
