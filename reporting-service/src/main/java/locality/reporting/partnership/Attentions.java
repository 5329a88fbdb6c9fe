package locality.reporting.partnership;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import locality.reporting.partnership.Attention.Kind;
import locality.reporting.partnership.Partnership.Agreement;
import locality.reporting.partnership.Partnership.Entry;
import locality.reporting.partnership.Partnership.Gateway;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;

/// What waits for somebody on a day, in the order of [Attention.Kind].
final class Attentions {

    /// Agreements are told of so many days before they end or are to be reviewed.
    private static final int DAYS_AHEAD = 90;

    private static final int MOST_NAMED = 3;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final LocalDate on;
    private final List<Attention> found = new ArrayList<>();

    private Attentions(LocalDate on) {
        this.on = on;
    }

    static List<Attention> of(
            LocalDate on,
            List<Agreement> agreements,
            List<Gateway> gateways,
            List<Entry> register,
            List<Plan> plans) {
        var attentions = new Attentions(on);
        agreements.forEach(attentions::forRatification);
        agreements.forEach(attentions::ends);
        agreements.forEach(attentions::toReview);
        gateways.forEach(attentions::conditions);
        register.forEach(attentions::risk);
        plans.forEach(attentions::overdue);
        plans.forEach(attentions::slipped);
        return List.copyOf(attentions.found);
    }

    static List<Attention> of(LocalDate on, List<Plan> plans) {
        return of(on, List.of(), List.of(), List.of(), plans);
    }

    private void forRatification(Agreement it) {
        if (it.state().equals("FOR_RATIFICATION")) {
            var unsigned = it.unsigned();
            add(
                    Kind.FOR_RATIFICATION,
                    it.reference(),
                    "%s, version %d, is for ratification: %s"
                            .formatted(
                                    it.title(),
                                    it.version(),
                                    unsigned.isEmpty()
                                            ? "everybody has signed"
                                            : "not signed by " + String.join(", ", unsigned)));
        }
    }

    private void ends(Agreement it) {
        var day = it.endsOn();
        if (it.state().equals("IN_FORCE") && day != null && isNear(day)) {
            add(
                    Kind.ENDS,
                    it.reference(),
                    "%s %s".formatted(it.title(), inDays("ends", "ended", day)));
        }
    }

    private void toReview(Agreement it) {
        boolean holds = it.state().equals("IN_FORCE") || it.state().equals("RATIFIED");
        var day = it.reviewOn();
        if (holds && day != null && isNear(day)) {
            add(
                    Kind.TO_REVIEW,
                    it.reference(),
                    "%s %s"
                            .formatted(
                                    it.title(),
                                    inDays("is to be reviewed", "was to be reviewed", day)));
        }
    }

    private void conditions(Gateway gateway) {
        gateway.conditions().stream()
                .filter(Partnership.Condition::overdue)
                .forEach(
                        it ->
                                add(
                                        Kind.CONDITION_OVERDUE,
                                        gateway.reference(),
                                        "Gateway %d of %s: %s was due by %s"
                                                .formatted(
                                                        gateway.number(),
                                                        gateway.contract(),
                                                        it.text(),
                                                        DAY.format(it.dueOn()))));
    }

    private void risk(Entry it) {
        boolean high =
                it.kind().equals("RISK")
                        && it.live()
                        && it.score() != null
                        && it.score() >= Entry.HIGH;
        boolean escalated = it.state().equals("ESCALATED");
        if (high || escalated) {
            var words = new ArrayList<String>();
            if (it.score() != null) {
                words.add("scores " + it.score());
            }
            if (escalated) {
                words.add(
                        it.escalatedTo() == null
                                ? "escalated"
                                : "escalated to " + it.escalatedTo());
            }
            add(
                    Kind.RISK,
                    it.reference(),
                    "%s: %s".formatted(it.title(), String.join(", ", words)));
        }
    }

    private void overdue(Plan plan) {
        milestones(plan, Milestone::overdue, Kind.MILESTONES_OVERDUE, "overdue");
    }

    private void slipped(Plan plan) {
        milestones(
                plan,
                Milestone::slips,
                Kind.MILESTONES_SLIPPED,
                "later than " + PlanInWords.baseline(plan));
    }

    private void milestones(Plan plan, Predicate<Milestone> which, Kind kind, String words) {
        var names = plan.milestones().stream().filter(which).map(Milestone::title).toList();
        if (!names.isEmpty()) {
            var more = names.size() - MOST_NAMED;
            add(
                    kind,
                    plan.reference(),
                    "%s: %d %s %s: %s%s"
                            .formatted(
                                    plan.title(),
                                    names.size(),
                                    names.size() == 1 ? "milestone is" : "milestones are",
                                    words,
                                    String.join("; ", names.stream().limit(MOST_NAMED).toList()),
                                    more > 0 ? "; and %d more".formatted(more) : ""));
        }
    }

    private boolean isNear(LocalDate day) {
        return !day.isAfter(on.plusDays(DAYS_AHEAD));
    }

    private String inDays(String ahead, String past, LocalDate day) {
        var days = ChronoUnit.DAYS.between(on, day);
        if (days < 0) {
            return "%s on %s".formatted(past, DAY.format(day));
        }
        return "%s on %s, %s"
                .formatted(
                        ahead,
                        DAY.format(day),
                        days == 0
                                ? "today"
                                : days == 1 ? "in 1 day" : "in %d days".formatted(days));
    }

    private void add(Kind kind, String subject, String text) {
        found.add(new Attention(kind, subject, text));
    }
}
