package locality.governance.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.BodyRegister;
import locality.governance.decision.DecidedMatters;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Actions over HTTP: given, listed, and sent back as a spreadsheet.
@Path("/api/governance/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Actions", description = "What is to be done, by which post, by when")
class ActionResource {

    private final Actions actions;
    private final GiveAction giveAction;
    private final ImportActions importActions;
    private final BodyRegister bodies;
    private final Meetings meetings;
    private final DecidedMatters matters;
    private final Recorder recorder;

    ActionResource(
            Actions actions,
            GiveAction giveAction,
            ImportActions importActions,
            BodyRegister bodies,
            Meetings meetings,
            DecidedMatters matters,
            Recorder recorder) {
        this.actions = actions;
        this.giveAction = giveAction;
        this.importActions = importActions;
        this.bodies = bodies;
        this.meetings = meetings;
        this.matters = matters;
        this.recorder = recorder;
    }

    /// @param post who is to do it: a post, never a person
    /// @param organisation whose it is to do, by ODS or GSS code
    /// @param decision it comes from: an id, or the reference of its item
    /// @param item it comes from, by its reference
    /// @param body it comes from, when from no item
    /// @param area of an action plan that it stands in, as the plan calls it
    /// @param workArea the part of that area
    /// @param givenOn the day of the meeting when left out; today, when it comes from the body
    /// @param dueOn a day (`2018-06-30`) or a month (`2018-06`: by its last day)
    /// @param precision follows from `dueOn` and `reviewOn` when left out
    /// @param reviewOn when what is ONGOING is reviewed next
    @Schema(name = "ActionToGive")
    record ToGive(
            @NotBlank String title,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable String decision,
            @Nullable String item,
            @Nullable String body,
            @Nullable String area,
            @Nullable String workArea,
            @Nullable LocalDate givenOn,
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn,
            @Nullable Provenance provenance) {

        GiveAction.From from() {
            return new GiveAction.From(decision, item, body);
        }

        Task task() {
            return new Task(
                    title,
                    post,
                    organisation,
                    Due.of(dueOn, precision, reviewOn),
                    givenOn,
                    provenance,
                    WorkArea.of(area, workArea));
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List actions in the order of their references, or export them as CSV",
            description =
                    "With `on`, as they were on that day: those given by then, in the state and"
                            + " with the last day they had. \"June 2018\" is overdue from 1 July.")
    public Page<ActionView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("meeting") @Nullable String meeting,
            @Parameter(description = "A decision's id, or the reference of its item")
                    @QueryParam("decision")
                    @Nullable String decision,
            @QueryParam("state") @Nullable ActionState state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var asked = new Asked(locality, body, meeting, decision, state, overdue, on, effectiveAt);
        return Page.of(find(asked, after, limit), limit, one -> one.reference)
                .map(one -> view(one, asked));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List actions in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("meeting") @Nullable String meeting,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("state") @Nullable ActionState state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var asked = new Asked(locality, body, meeting, decision, state, overdue, on, effectiveAt);
        var all = find(asked, "", Page.ALL);
        return Spreadsheet.named(
                "actions",
                ActionSheet.write(
                        all.stream().map(one -> view(one, asked)).toList(),
                        asked.isAsOf(recorder.today())));
    }

    @GET
    @Path("/{action:.+}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show an action with its history")
    @APIResponseSchema(ActionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not given by that day")
    public Response show(
            @Parameter(example = "MCR-HWBB-2014-05-14/3/A1") @PathParam("action")
                    String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var action = actions.require(idOrReference);
        recorder.requireReading(action.locality, "action", idOrReference);
        var asked = new Asked(null, null, null, null, null, false, on, effectiveAt);
        if (action.on(asked.asOf()).isEmpty()) {
            throw new NotFound("action", idOrReference);
        }
        return answer(Response.ok(), action, view(action, asked));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Give an action, or send a spreadsheet of actions",
            description =
                    "It comes from a decision, an item or a body, and names the post or the"
                        + " organisation that is to do it. A spreadsheet is recorded whole or not"
                        + " at all and needs an Idempotency-Key; columns title and, if wanted,"
                        + " those of the export. A row with `reference` and `version` changes that"
                        + " action: its words, its last day, its state to IN_PROGRESS or, with a"
                        + " note, to COMPLETE; a new one is so from the day it was given. A row"
                        + " that says what is on record changes nothing, and a column that is not"
                        + " there leaves what is on record. An export as of another day than today"
                        + " has no `version`: its rows are stale.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToGive.class),
                        examples = @ExampleObject(name = "By a month", ref = "action")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two actions", ref = "actions-csv"))
            })
    @APIResponseSchema(value = ActionView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such decision, item or body")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOBODY_RESPONSIBLE, ONE_ORIGIN, DUE_NOT_A_DATE, DUE_UNCLEAR,"
                            + " WORK_AREA_OF_NO_AREA, UNKNOWN_ORGANISATION, IN_THE_FUTURE;"
                            + " ROWS_REFUSED: each by its line, with NOT_FOUND, ROW_NAMED_TWICE,"
                            + " NOT_IN_A_SPREADSHEET, ORIGIN_DIFFERS, COMPLETED_WITHOUT_NOTE")
    public Response give(@NotNull @Valid ToGive request) {
        var action = giveAction.handle(request.from(), request.task());
        return answer(
                Response.created(URI.create("/api/governance/v1/actions/" + action.id)),
                action,
                ActionView.of(action, action.last(), recorder.today()));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of actions")
    public Response importCsv(String csv) {
        return Response.ok(importActions.handle(csv)).build();
    }

    static Response answer(Response.ResponseBuilder builder, Action action, ActionView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(action.version)).build();
    }

    private record Asked(
            @Nullable Locality locality,
            @Nullable String body,
            @Nullable String meeting,
            @Nullable String decision,
            @Nullable ActionState state,
            boolean overdue,
            @Nullable LocalDate on,
            @Nullable LocalDate effectiveAt) {

        LocalDate asOf() {
            return Stream.of(on, effectiveAt)
                    .filter(day -> day != null)
                    .findFirst()
                    .orElse(Actions.Wanted.NOW);
        }

        boolean isAsOf(LocalDate today) {
            return asOf().equals(today) || asOf().equals(Actions.Wanted.NOW);
        }
    }

    private List<Action> find(Asked asked, String after, int limit) {
        var day = recorder.day(asked.on, asked.effectiveAt);
        var wanted =
                new Actions.Wanted(
                        asked.asOf(),
                        asked.body == null ? null : bodies.require(asked.body, day).id(),
                        asked.meeting == null ? null : meeting(asked.meeting),
                        asked.decision == null ? null : decision(asked.decision),
                        asked.state,
                        asked.overdue ? day : null);
        return actions.inPlaces(recorder.shown(asked.locality), wanted, after, limit);
    }

    private UUID meeting(String idOrReference) {
        var meeting = meetings.require(idOrReference);
        recorder.requireReading(meeting.locality(), "meeting", idOrReference);
        return meeting.id();
    }

    private UUID decision(String idOrReference) {
        var matter = matters.require(idOrReference);
        recorder.requireReading(matter.locality(), "decision", idOrReference);
        return matter.id();
    }

    private ActionView view(Action action, Asked asked) {
        return ActionView.of(
                action,
                action.on(asked.asOf()).orElseGet(action::last),
                recorder.day(asked.on, asked.effectiveAt));
    }
}
