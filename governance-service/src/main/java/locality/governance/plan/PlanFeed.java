package locality.governance.plan;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Method;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.plan.ReadPlan.PlanOnDate;
import org.jspecify.annotations.Nullable;

/// A plan as an iCalendar feed (RFC 5545): a day-long event on the day each milestone was reached,
/// or on the last day of its forecast. What it says follows from the plan alone, so that it is byte
/// for byte the same until something in it changes.
final class PlanFeed {

    private static final String PRODUCT = "-//Locality suite//Governance service//EN";

    private PlanFeed() {}

    /// @param milestonesAt the address below which each milestone is found by its id
    static String of(PlanOnDate shown, String milestonesAt) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.publish());
        calendar.setName(shown.plan().title);
        shown.own().stream()
                .flatMap(one -> Stream.ofNullable(event(one, shown, milestonesAt)))
                .forEach(calendar::addEvent);
        return written(calendar);
    }

    private static @Nullable VEvent event(
            Milestone milestone, PlanOnDate shown, String milestonesAt) {
        var step = shown.network().stepOf(milestone);
        var day = step.achievedOn() == null ? step.forecastOn() : step.achievedOn();
        if (day == null) {
            return null;
        }
        var event = new VEvent();
        event.setUid("%s@governance.locality-suite".formatted(milestone.id));
        event.setDateTimeStamp(
                Date.from(step.effectiveOn().atStartOfDay(ZoneOffset.UTC).toInstant()));
        event.setSequence((int) milestone.version);
        event.setDateStart(wholeDay(day), false);
        event.setSummary(milestone.title);
        event.setStatus(status(step.state()));
        event.setDescription(description(milestone, step, shown));
        event.setUrl(milestonesAt + milestone.id);
        return event;
    }

    /// The writer puts a date in the zone of the machine.
    private static Date wholeDay(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private static Status status(MilestoneState state) {
        return switch (state) {
            case PLANNED -> Status.tentative();
            case IN_PROGRESS, ACHIEVED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    private static String description(Milestone milestone, MilestoneStep step, PlanOnDate shown) {
        return Stream.of(
                        milestone.reference,
                        shown.areaTitleOf(milestone),
                        milestone.post,
                        step.achievedOn() == null
                                ? "Forecast by " + step.forecast().written()
                                : "Reached")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
