package locality.governance.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// What the versions of an agreement have become by a day: their steps on record, and those that
/// come about by themselves, whether or not anybody has written them down yet.
///
/// A version is RATIFIED once its parties have given all it takes; IN_FORCE from the later of that
/// day and the day it is meant to hold from; then ends the day after its last, on the day it was
/// terminated for, or when a later version is in force, whichever is first. So an end on record
/// gives way to an earlier day on which a later version came into force, known only once its last
/// signature was recorded.
final class AgreementLife {

    private static final Provenance BY_DATES =
            Provenance.derived("from its dates, signatures and the decisions of its parties");

    private final AgreementTerms terms;
    private final Approvals approvals;
    private final LocalDate day;
    private final Map<Integer, List<VersionStep>> lives = new LinkedHashMap<>();

    /// When the first of the later versions came into force.
    private @Nullable LocalDate supersededOn;

    private AgreementLife(AgreementTerms terms, Approvals approvals, LocalDate day) {
        this.terms = terms;
        this.approvals = approvals;
        this.day = day;
    }

    static AgreementLife upTo(LocalDate day, Agreement agreement, Approvals approvals) {
        var life = new AgreementLife(agreement.terms, approvals, day);
        agreement.versions.reversed().forEach(life::live);
        return life;
    }

    /// The steps of a version, none before it was drafted.
    List<VersionStep> of(AgreementVersion version) {
        return lives.getOrDefault(version.number, List.of());
    }

    /// What a version is; empty before it was drafted.
    Optional<VersionStep> now(AgreementVersion version) {
        var steps = of(version);
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    boolean is(VersionState state, AgreementVersion version) {
        return now(version).filter(step -> step.state() == state).isPresent();
    }

    private void live(AgreementVersion version) {
        var steps = new ArrayList<>(version.stepsBy(day));
        if (steps.isEmpty()) {
            return;
        }
        boolean isOvertaken = isOvertaken(version);
        if (isOvertaken) {
            steps.removeIf(step -> step.state().isOver());
        }
        boolean isKnownToGoOn = steps.size() < version.steps.size();
        boolean goesOnByItself = isOvertaken ? steps.getLast().state().isFinal() : !isKnownToGoOn;
        while (goesOnByItself && next(version, steps) instanceof VersionStep step) {
            steps.add(step);
        }
        lives.put(version.number, steps);
        steps.stream()
                .filter(step -> step.state() == VersionState.IN_FORCE)
                .map(VersionStep::effectiveOn)
                .filter(on -> supersededOn == null || on.isBefore(supersededOn))
                .findFirst()
                .ifPresent(on -> supersededOn = on);
    }

    /// Whether the end on record of what was ratified is later than a later version's first day.
    private boolean isOvertaken(AgreementVersion version) {
        var last = version.steps.getLast();
        return supersededOn != null
                && last.state().isOver()
                && version.firstDayAs(VersionState.RATIFIED).isPresent()
                && supersededOn.isBefore(last.effectiveOn());
    }

    private @Nullable VersionStep next(AgreementVersion version, List<VersionStep> steps) {
        var last = steps.getLast();
        var next =
                switch (last.state()) {
                    case FOR_RATIFICATION -> ratified(version, last);
                    case RATIFIED -> begunOrOver(version, last);
                    case IN_FORCE -> over(version, last);
                    case DRAFT, IN_REVIEW, EXPIRED, TERMINATED, SUPERSEDED ->
                            Optional.<VersionStep>empty();
                };
        return next.filter(step -> !step.effectiveOn().isAfter(day)).orElse(null);
    }

    private Optional<VersionStep> ratified(AgreementVersion version, VersionStep submitted) {
        return version.ratification(terms, approvals)
                .completedOn(submitted.effectiveOn())
                .map(on -> step(VersionState.RATIFIED, on));
    }

    private Optional<VersionStep> begunOrOver(AgreementVersion version, VersionStep ratified) {
        var meant = version.text.effectiveOn();
        var begins = meant == null ? ratified.effectiveOn() : later(meant, ratified.effectiveOn());
        return over(version, ratified)
                .filter(end -> !end.effectiveOn().isAfter(begins))
                .or(() -> Optional.of(step(VersionState.IN_FORCE, begins)));
    }

    private Optional<VersionStep> over(AgreementVersion version, VersionStep last) {
        var lastDay = version.text.expiresOn();
        var terminated = version.termination;
        return Stream.of(
                        terminated == null
                                ? null
                                : VersionStep.of(
                                        VersionState.TERMINATED,
                                        terminated.on(),
                                        terminated.reason(),
                                        BY_DATES),
                        lastDay == null ? null : step(VersionState.EXPIRED, lastDay.plusDays(1)),
                        supersededOn == null ? null : step(VersionState.SUPERSEDED, supersededOn))
                .flatMap(Stream::ofNullable)
                .min(Comparator.comparing(VersionStep::effectiveOn))
                .map(
                        end ->
                                VersionStep.of(
                                        end.state(),
                                        later(end.effectiveOn(), last.effectiveOn()),
                                        end.reason(),
                                        end.provenance()));
    }

    private static VersionStep step(VersionState state, LocalDate on) {
        return VersionStep.of(state, on, null, BY_DATES);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
