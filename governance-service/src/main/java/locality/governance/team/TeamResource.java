package locality.governance.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
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

/// Teams over HTTP.
@Path("/api/governance/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Teams", description = "Which team does which function")
class TeamResource {

    private static final List<String> REQUIRED = List.of("reference", "name", "from");
    private static final List<String> OPTIONAL =
            List.of("organisation", "body", "locality", "functions", "until");

    private final Teams teams;
    private final ChangeTeam changeTeam;
    private final Recorder recorder;

    TeamResource(Teams teams, ChangeTeam changeTeam, Recorder recorder) {
        this.teams = teams;
        this.changeTeam = changeTeam;
        this.recorder = recorder;
    }

    /// @param organisation where it belongs, by code; or a body, exactly one of them
    /// @param locality that of where it belongs when left out
    /// @param functions codes of the register of functions
    /// @param from its first day; today when left out
    /// @param until its last day
    @Schema(name = "TeamToWrite")
    record ToWrite(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String name,
            @Nullable String organisation,
            @Nullable String body,
            @Nullable Locality locality,
            @Nullable List<@NotBlank String> functions,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    /// @param functions codes of the register; none for no function any more
    /// @param effectiveOn the first day; today when left out
    @Schema(name = "TeamFunctions")
    record ToDischarge(
            @NotNull List<@NotBlank String> functions,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day there is no such team; today when left out
    @Schema(name = "TeamToEnd")
    record ToEnd(@Nullable LocalDate effectiveOn) {}

    @Schema(name = "TeamsImported")
    record Imported(int imported) {}

    /// @param organisation where it belongs on the date, null when to a body
    /// @param functions those it does on the date
    @Schema(name = "Team")
    record TeamView(
            UUID id,
            String reference,
            String name,
            @Nullable String organisation,
            @Nullable UUID body,
            Locality locality,
            LocalDate on,
            List<String> functions,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance,
            long version) {

        static TeamView of(Team team, LocalDate on) {
            var home = team.homeOn(on);
            return new TeamView(
                    team.id,
                    team.reference,
                    team.name,
                    home.map(Home::organisation).orElse(null),
                    home.map(Home::bodyId).orElse(null),
                    team.locality,
                    on,
                    team.functionsOn(on),
                    team.effectiveOn,
                    team.endsOn,
                    team.provenance,
                    team.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List the teams there are on a date, with the functions they do",
            description =
                    "In the order of their references: all, those of an organisation, or those that"
                            + " do a function.")
    public Page<TeamView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("function") @Nullable String function,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        return Page.of(
                        teams.on(
                                day,
                                recorder.shown(locality),
                                function,
                                organisation,
                                after,
                                limit),
                        limit,
                        team -> team.reference)
                .map(team -> TeamView.of(team, day));
    }

    @GET
    @Path("/{team}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a team as it was on a date, with the functions it does")
    @APIResponseSchema(TeamView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @PathParam("team") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var team = teams.require(idOrReference);
        recorder.requireReading(team.locality, "team", idOrReference);
        return answer(Response.ok(), team, recorder.day(on, effectiveAt));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write a team down, or a spreadsheet of them",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " columns reference,name,from and, if wanted, organisation,body,"
                            + "locality,functions (semicolons between),until.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToWrite.class),
                        examples = @ExampleObject(name = "A team", ref = "team")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two of them", ref = "teams-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {TeamView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(responseCode = "409", description = "TEAM_REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description = "ONE_HOME, ENDS_BEFORE_IT_BEGINS, UNKNOWN_FUNCTION, UNKNOWN_ORGANISATION")
    public Response write(@NotNull @Valid ToWrite request) {
        var from = recorder.day(request.from, null);
        var team =
                changeTeam.write(
                        new ChangeTeam.ToWrite(
                                request.reference,
                                request.name,
                                request.organisation,
                                request.body,
                                request.locality,
                                request.functions == null ? List.of() : request.functions,
                                new Period(from, request.until),
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/teams/" + team.id)), team, from);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Write a spreadsheet of teams down")
    public Response importCsv(String csv) {
        var all = Csv.read(csv, REQUIRED, OPTIONAL).map(this::team);
        changeTeam.write(all);
        return Response.status(Response.Status.CREATED).entity(new Imported(all.size())).build();
    }

    @POST
    @Path("/{team}/functions")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say which functions a team does from a day on",
            description = "These, and from that day no others.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "One", ref = "team-functions")))
    @APIResponseSchema(TeamView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "UNKNOWN_FUNCTION, NO_SUCH_TEAM_THAT_DAY")
    public Response does(
            @PathParam("team") String team,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToDischarge request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return answer(
                Response.ok(), changeTeam.does(team, ifMatch, request.functions, day, source), day);
    }

    @POST
    @Path("/{team}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End a team: from that day there is none")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(TeamView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "NO_SUCH_TEAM_THAT_DAY")
    public Response end(
            @PathParam("team") String team,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToEnd request) {
        var day = recorder.day(request.effectiveOn, null);
        return answer(Response.ok(), changeTeam.end(team, ifMatch, day), day);
    }

    private ChangeTeam.ToWrite team(Csv.Row row) {
        return new ChangeTeam.ToWrite(
                row.parsed("reference", Spelling.like(Spelling.REFERENCE)),
                row.required("name"),
                row.optional("organisation"),
                row.optional("body"),
                row.optional("locality", Locality::of),
                row.list("functions"),
                new Period(
                        row.parsed("from", LocalDate::parse),
                        row.optional("until", LocalDate::parse)),
                recorder.provenance(null));
    }

    private static Response answer(Response.ResponseBuilder builder, Team team, LocalDate on) {
        return builder.entity(TeamView.of(team, on))
                .header(HttpHeaders.ETAG, new EntityTag(team.version))
                .build();
    }
}
