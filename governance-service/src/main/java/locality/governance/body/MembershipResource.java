package locality.governance.body;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.Idempotent;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Seats, and who sits in them, over HTTP.
@Path("/api/governance/v1/bodies/{body}/memberships")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bodies")
class MembershipResource {

    private final ShowBody showBody;
    private final ChangeBody changeBody;
    private final Recorder recorder;

    MembershipResource(ShowBody showBody, ChangeBody changeBody, Recorder recorder) {
        this.showBody = showBody;
        this.changeBody = changeBody;
        this.recorder = recorder;
    }

    /// @param votingRight yes when left out
    @Schema(name = "MembersImported")
    record Imported(int imported) {}

    @Schema(name = "MemberToSeat")
    record MemberToSeat(
            @NotBlank @Pattern(regexp = SEAT) String seat,
            @NotBlank String post,
            @Nullable String personReference,
            @Nullable Boolean votingRight,
            @Nullable String organisation,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Seat a member, or a spreadsheet of them",
            description =
                    "A membership without `personReference` is a vacant seat. A spreadsheet is"
                            + " recorded whole or not at all and needs an Idempotency-Key; columns"
                            + " seat,post,from and, if wanted, personReference,votingRight,"
                            + "organisation,until.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MemberToSeat.class),
                        examples = @ExampleObject(name = "The chair", ref = "member")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two members", ref = "members-csv"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The body, with its member",
            content = @Content(schema = @Schema(implementation = BodyView.class)))
    @APIResponse(
            responseCode = "201",
            description = "How many members the spreadsheet seated",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "409", description = "SEAT_TAKEN")
    @APIResponse(responseCode = "422", description = "UNKNOWN_ORGANISATION")
    public Response seat(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MemberToSeat request) {
        var member =
                Membership.taken(
                        request.seat,
                        request.post,
                        request.personReference,
                        !Boolean.FALSE.equals(request.votingRight),
                        request.organisation,
                        new Period(request.from, request.until),
                        recorder.provenance(request.provenance));
        return answer(changeBody.seat(body, ifMatch, List.of(member)), request.from);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Seat a spreadsheet of members")
    public Response seatCsv(@PathParam("body") String body, String csv) {
        var members = Csv.read(csv, MEMBER_COLUMNS, MORE_MEMBER_COLUMNS).map(this::memberOf);
        changeBody.seat(body, null, members);
        return Response.status(Response.Status.CREATED)
                .entity(new Imported(members.size()))
                .build();
    }

    @POST
    @Path("/{seat}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "End a membership: from that day the seat is vacant",
            description =
                    "The seat stays, and counts as one of the body's, until somebody takes it or it"
                            + " is abolished.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "422", description = "NO_SUCH_SEAT")
    public Response unseat(
            @PathParam("body") String body,
            @PathParam("seat") String seat,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BodyResource.StepCommand request) {
        var day = recorder.day(request.effectiveOn(), null);
        var source = recorder.provenance(request.provenance());
        return answer(changeBody.unseat(body, ifMatch, seat, day, source), day);
    }

    @POST
    @Path("/{seat}/abolish")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Abolish a seat: from that day the body has it no longer",
            description = "Whoever sits in it leaves with it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "SEAT_TAKEN")
    @APIResponse(responseCode = "422", description = "NO_SUCH_SEAT")
    public Response abolish(
            @PathParam("body") String body,
            @PathParam("seat") String seat,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BodyResource.StepCommand request) {
        var day = recorder.day(request.effectiveOn(), null);
        var source = recorder.provenance(request.provenance());
        return answer(changeBody.abolish(body, ifMatch, seat, day, source), day);
    }

    private Response answer(Body body, LocalDate on) {
        return BodyResource.answer(Response.ok(), showBody.on(on, body));
    }

    private Membership memberOf(Csv.Row row) {
        return Membership.taken(
                row.parsed("seat", Spelling.like(SEAT)),
                row.required("post"),
                row.optional("personReference"),
                row.bool("votingRight", true),
                row.optional("organisation"),
                new Period(
                        row.parsed("from", LocalDate::parse),
                        row.optional("until", LocalDate::parse)),
                recorder.provenance(null));
    }

    private static final String SEAT = "[A-Za-z0-9][A-Za-z0-9-]{0,39}";
    private static final List<String> MEMBER_COLUMNS = List.of("seat", "post", "from");
    private static final List<String> MORE_MEMBER_COLUMNS =
            List.of("personReference", "votingRight", "organisation", "until");
}
