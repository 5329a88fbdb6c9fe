package locality.governance.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.period.BankHolidays;
import locality.governance.period.BankHolidays.BankHoliday;
import locality.governance.period.ClearDaysRules;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What was missed across bodies, and the reference data that calendars go by, over HTTP.
@Path("/api/governance/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Calendar")
class MissedCycleResource {

    private final ShowCycles showCycles;
    private final AttendanceCycles attendance;
    private final ClearDaysRules rules;
    private final Recorder recorder;

    MissedCycleResource(
            ShowCycles showCycles,
            AttendanceCycles attendance,
            ClearDaysRules rules,
            Recorder recorder) {
        this.showCycles = showCycles;
        this.attendance = attendance;
        this.rules = rules;
        this.recorder = recorder;
    }

    @Schema(name = "MissedCycles")
    record MissedView(LocalDate from, LocalDate on, List<Missed> items, @Nullable String next) {}

    @Schema(name = "BankHolidays")
    record HolidaysView(List<BankHoliday> items) {}

    @Schema(name = "ClearDaysRules")
    record RulesView(List<ClearDaysRules.Rule> items) {}

    @GET
    @Path("/missed-cycles")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List the cycles that went by without a meeting, or without who was expected",
            description =
                    "By body, then by day: those that ended before the day asked for, and not"
                            + " before `from`, which lies at most five years before it.")
    @APIResponseSchema(MissedView.class)
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS, RANGE_TOO_LONG")
    public MissedView missed(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "Twelve months before the day asked for, when left out")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var days = new Days(from == null ? day.minusYears(1) : from, day);
        var places = recorder.shown(locality);
        var missed =
                Stream.concat(
                                showCycles.missed(places, days.from(), day).stream(),
                                attendance.missed(places, days.from(), day).stream())
                        .filter(one -> one.cursor().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Missed::cursor))
                        .limit(limit + 1L)
                        .toList();
        var page = Page.of(missed, limit, Missed::cursor);
        return new MissedView(days.from(), day, page.items(), page.next());
    }

    @GET
    @Path("/bank-holidays")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List the bank holidays of England",
            description =
                    "As published on gov.uk for 2012 to 2028; this financial year, unless other"
                            + " days are asked for, at most five years.")
    @APIResponseSchema(HolidaysView.class)
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS, RANGE_TOO_LONG")
    public HolidaysView bankHolidays(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        var days = Days.asked(from, to, recorder.today());
        return new HolidaysView(BankHolidays.between(days.from(), days.to()));
    }

    @GET
    @Path("/clear-days-rules")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List which days count as clear days of which notice")
    public RulesView clearDaysRules() {
        return new RulesView(rules.all());
    }
}
