package locality.governance.body;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.ReturnedSheet;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
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

/// Bodies over HTTP.
@Path("/api/governance/v1/bodies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Bodies",
        description = "Boards and groups on any date: life, terms of reference, members, relations")
class BodyResource {

    private final Bodies bodies;
    private final ShowBody showBody;
    private final RecordBody recordBody;
    private final Recorder recorder;

    BodyResource(Bodies bodies, ShowBody showBody, RecordBody recordBody, Recorder recorder) {
        this.bodies = bodies;
        this.showBody = showBody;
        this.recordBody = recordBody;
        this.recorder = recorder;
    }

    @Schema(name = "BodyToRecord")
    record ToRecord(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String name,
            @Nullable List<String> aliases,
            @NotNull Classification classification,
            @NotNull SpatialLevel spatialLevel,
            @Nullable String organisation,
            @Nullable Boolean topOfOrganisation,
            @NotNull Locality locality,
            @Nullable List<@Valid StepToRecord> lifecycle,
            @Nullable List<@Valid PlaceToServe> alsoServes,
            @Nullable LocalDate sunsetOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "BodyStepToRecord")
    record StepToRecord(@NotNull BodyState state, @NotNull LocalDate effectiveOn) {}

    /// @param from the first day it serves the place
    @Schema(name = "PlaceToServe")
    record PlaceToServe(
            @NotNull Locality locality,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day in the new state; today when left out
    @Schema(name = "BodyStepCommand")
    record StepCommand(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    /// What a spreadsheet did; rows that say what is on record change nothing.
    @Schema(name = "BodiesImported")
    record Imported(int imported, int unchanged) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List bodies as they were on a date, or export them as CSV",
            description =
                    "In the order of their references. With `on`, those that existed that day,"
                            + " proposed and not yet dissolved; without, all ever recorded, as they"
                            + " are today. `locality` shows those that belong to the place or serve"
                            + " it that day. `name` finds part of a name or alias, of that day or"
                            + " any other.")
    public Page<BodyView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("name") @Nullable String name,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var existing = on == null && effectiveAt == null ? null : day;
        var page =
                Page.of(
                        bodies.inPlaces(recorder.shown(locality), name, existing, after, limit),
                        limit,
                        body -> body.reference);
        return new Page<>(showBody.on(day, page.items()), page.next());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List bodies as they were on a date, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("name") @Nullable String name,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var existing = on == null && effectiveAt == null ? null : day;
        var all = bodies.inPlaces(recorder.shown(locality), name, existing, "", Page.ALL);
        return Spreadsheet.named("bodies", BodySheet.write(showBody.on(day, all)));
    }

    @GET
    @Path("/{body}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show a body as it was on a date, with its life",
            description =
                    "With `knownAt`, as it was known at that moment: without what was recorded, or"
                            + " found to have ended, later. A body that was not on record then is"
                            + " not found.")
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-HWBB") @PathParam("body") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        var body = bodies.requireForReading(idOrReference);
        return answer(
                Response.ok(), showBody.asKnownAt(knownAt, recorder.day(on, effectiveAt), body));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a body on record, or a spreadsheet of them",
            description =
                    "With its life so far, if it has one; else it is PROPOSED from today."
                            + " `topOfOrganisation` says that it holds all of that organisation's"
                            + " own power: every chain of delegation starts at such a body. One"
                            + " with `sunsetOn` is time-limited and dissolved that day. A"
                            + " spreadsheet is recorded whole or not at all and needs an"
                            + " Idempotency-Key; columns reference,name,classification,"
                            + "spatialLevel,locality and, if wanted, aliases (semicolons between),"
                            + " organisation,topOfOrganisation,proposedOn,shadowOn,establishedOn,"
                            + "dissolvedOn,sunsetOn. The export comes back with rows added to it:"
                            + " those of bodies on record say what is on record, and change"
                            + " nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRecord.class),
                        examples = @ExampleObject(name = "A board", ref = "body")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two bodies", ref = "bodies-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {BodyView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(
            responseCode = "409",
            description = "BODY_REFERENCE_TAKEN, ILLEGAL_TRANSITION, PLACE_ALREADY_SERVED")
    @APIResponse(
            responseCode = "422",
            description =
                    "UNKNOWN_ORGANISATION, STEP_OUT_OF_ORDER, OWN_PLACE, ENDS_BEFORE_IT_BEGINS")
    public Response record(@NotNull @Valid ToRecord request) {
        var source = recorder.provenance(request.provenance);
        var life =
                request.lifecycle == null || request.lifecycle.isEmpty()
                        ? List.of(new Step(BodyState.PROPOSED, recorder.today(), source))
                        : request.lifecycle.stream()
                                .map(step -> new Step(step.state, step.effectiveOn, source))
                                .toList();
        var body =
                recordBody.handle(
                        body(request, source),
                        life,
                        places(request),
                        request.sunsetOn == null ? null : new Sunset(request.sunsetOn, source));
        return answer(
                Response.created(URI.create("/api/governance/v1/bodies/" + body.id)),
                showBody.on(recorder.today(), body));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of bodies on record")
    public Response importCsv(String csv) {
        var sheet =
                new ReturnedSheet(
                        Csv.read(csv, BodySheet.REQUIRED, BodySheet.OPTIONAL),
                        "reference",
                        BodySheet.COLUMNS);
        var added = sheet.added(onRecord(sheet.named()), this::bodyOf);
        added.forEach(row -> recordBody.handle(row.body, row.life, List.of(), row.sunset));
        return Response.status(Response.Status.CREATED)
                .entity(new Imported(added.size(), sheet.unchanged(added)))
                .build();
    }

    private Map<String, List<@Nullable Object>> onRecord(Set<String> named) {
        var all =
                bodies.inPlaces(recorder.shown(null), null, null, "", Page.ALL).stream()
                        .filter(body -> named.contains(body.reference))
                        .toList();
        return BodySheet.byReference(showBody.on(recorder.today(), all));
    }

    static Response answer(Response.ResponseBuilder builder, BodyView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }

    private List<ServedPlace> places(ToRecord request) {
        return request.alsoServes == null
                ? List.of()
                : request.alsoServes.stream()
                        .map(
                                place ->
                                        new ServedPlace(
                                                place.locality,
                                                new Period(place.from, place.until),
                                                recorder.provenance(place.provenance)))
                        .toList();
    }

    private static Body body(ToRecord request, Provenance source) {
        var id = Ids.next();
        var body =
                new Body(
                        id,
                        request.reference == null ? generated(id.toString()) : request.reference,
                        request.name,
                        request.locality,
                        source);
        body.aliases = request.aliases == null ? List.of() : request.aliases;
        body.classification = request.classification;
        body.spatialLevel = request.spatialLevel;
        body.organisation = request.organisation;
        body.topOfOrganisation = Boolean.TRUE.equals(request.topOfOrganisation);
        return body;
    }

    private static String generated(String id) {
        return "BODY-" + id.substring(id.length() - 8).toUpperCase(Locale.ROOT);
    }

    private record BodyRow(Body body, List<Step> life, @Nullable Sunset sunset) {}

    private BodyRow bodyOf(Csv.Row row) {
        var source = recorder.provenance(null);
        var body =
                new Body(
                        Ids.next(),
                        row.parsed("reference", Spelling.like(Spelling.REFERENCE)),
                        row.required("name"),
                        row.parsed("locality", Locality::of),
                        source);
        body.aliases = row.list("aliases");
        body.classification = row.oneOf("classification", Classification.class);
        body.spatialLevel = row.oneOf("spatialLevel", SpatialLevel.class);
        body.organisation = row.optional("organisation");
        body.topOfOrganisation = row.bool("topOfOrganisation", false);
        var life =
                Stream.of(BodyState.values())
                        .flatMap(state -> step(row, state, source).stream())
                        .toList();
        var sunsetOn = row.optional("sunsetOn", LocalDate::parse);
        return new BodyRow(
                body,
                life.isEmpty()
                        ? List.of(new Step(BodyState.PROPOSED, recorder.today(), source))
                        : life,
                sunsetOn == null ? null : new Sunset(sunsetOn, source));
    }

    private static List<Step> step(Csv.Row row, BodyState state, Provenance source) {
        var day = row.optional(BodySheet.columnOf(state), LocalDate::parse);
        return day == null ? List.of() : List.of(new Step(state, day, source));
    }
}
