package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.event.PartnershipEvent.Finding;
import locality.platform.event.PartnershipEvent.Rating;
import locality.platform.event.PartnershipEvent.RegisterEntryChanged;
import locality.platform.event.PlanEvent.PrincipleRecorded;
import locality.platform.event.PlanEvent.StrategyChanged;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.reporting.Facts;
import org.jspecify.annotations.Nullable;

/// Registers, assessments, strategies, principles and engagement in 2018.
final class RegisterFacts {

    private final Locality place;
    private final UUID board;
    private final UUID programme = Ids.next();
    private final UUID risk = Ids.next();
    private final UUID consultation = Ids.next();
    private final UUID event = Ids.next();
    private final UUID survey = Ids.next();

    /// @param board that is above the programme
    RegisterFacts(Locality place, UUID board) {
        this.place = place;
        this.board = board;
    }

    PublishedEvent[] governance() {
        return new PublishedEvent[] {
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
            engaged(survey, "A survey", "SURVEY", "PUBLIC", null, 1, 7, "2018-03-12"),
            engaged(survey, "A survey", "SURVEY", "PUBLIC", null, 1, 7, "2018-03-20"),
            engaged(Ids.next(), "Staff briefings", "BRIEFING", "STAFF", null, 2, 0, "2018-05-14"),
            consulted("PLANNED", "2018-04-01"),
            consulted("FORMAL", "2018-06-15")
        };
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
                Facts.STATED,
                scale.isEmpty()
                        ? List.of(
                                new Finding("STRENGTH", null, null, "Strong <leadership>"),
                                new Finding("THREAT", null, null, "Failure of providers"),
                                new Finding("STRENGTH", null, "Governance", "One board"))
                        : List.of());
    }

    private static Rating rating(String domain, String criterion, @Nullable String reviewer) {
        return new Rating(domain, criterion, null, reviewer, null);
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
