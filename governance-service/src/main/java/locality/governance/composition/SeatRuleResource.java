package locality.governance.composition;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Rules about the seats of a body over HTTP.
@Path("/api/governance/v1/bodies/{body}/seat-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Seat rules", description = "Rules about who sits where, and what is broken of them")
class SeatRuleResource {

    private final SeatRules rules;
    private final RecordSeatRule recordSeatRule;
    private final BodyRegister bodies;
    private final Recorder recorder;

    SeatRuleResource(
            SeatRules rules,
            RecordSeatRule recordSeatRule,
            BodyRegister bodies,
            Recorder recorder) {
        this.rules = rules;
        this.recordSeatRule = recordSeatRule;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param other the body whose members are to sit here (RECIPROCAL), or that whoever sits in
    ///   the seats is to be a member of (MEMBERS_OF)
    /// @param atLeast how many of them (RECIPROCAL)
    /// @param seats the seats it is about; for RECIPROCAL none stands for all, for MEMBERS_OF of
    ///   work groups none stands for their chairs; SPONSOR names one
    /// @param ofWorkGroups whether `seats` are those of the work groups accountable to the body
    ///   (MEMBERS_OF)
    /// @param sitsIn the bodies the sponsor sits in too (SPONSOR)
    /// @param chairs the body the sponsor chairs (SPONSOR)
    @Schema(name = "SeatRuleToRecord")
    record ToRecord(
            @NotNull RuleKind kind,
            @Nullable String other,
            @Min(1) @Nullable Integer atLeast,
            @Nullable List<@NotBlank String> seats,
            @Nullable Boolean ofWorkGroups,
            @Nullable List<@NotBlank String> sitsIn,
            @Nullable String chairs,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {

        List<String> seatsOrNone() {
            return seats == null ? List.of() : seats;
        }

        boolean isOfWorkGroups() {
            return Boolean.TRUE.equals(ofWorkGroups);
        }
    }

    /// @param effectiveOn the first day it asks nothing any longer; today when left out
    @Schema(name = "SeatRuleToEnd")
    record ToEnd(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    /// @param reference the body's and the rule's number
    /// @param until the last day it is in force, null while no end is known
    @Schema(name = "SeatRule")
    record SeatRuleView(
            UUID id,
            String reference,
            int number,
            RuleKind kind,
            @Nullable String other,
            @Nullable Integer atLeast,
            List<String> seats,
            @Nullable Boolean ofWorkGroups,
            @Nullable List<String> sitsIn,
            @Nullable String chairs,
            LocalDate from,
            @Nullable LocalDate until,
            Provenance provenance,
            long version) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List the rules about the seats of a body that are in force on a date")
    @APIResponse(responseCode = "200", description = "The rules in force")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Page<SeatRuleView> list(
            @PathParam("body") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("0") @Min(0) int after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var body = bodies.require(idOrReference, recorder.day(on, effectiveAt));
        var inForce =
                rules.inForce(body.id(), body.on()).stream()
                        .filter(rule -> rule.number > after)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(inForce, limit, rule -> String.valueOf(rule.number)).map(this::view);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a rule about the seats of a body on record",
            description =
                    "RECIPROCAL: at least so many members of another body sit here. MEMBERS_OF:"
                            + " whoever sits in certain seats, here or in the work groups"
                            + " accountable to the body, is a member of another. SPONSOR: the"
                            + " person in a seat sits in other bodies too and chairs one. Persons"
                            + " are told apart by their opaque references.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "Reciprocal seats", ref = "seat-rule"),
                                @ExampleObject(
                                        name = "Leads of work groups",
                                        ref = "seat-rule-leads"),
                                @ExampleObject(
                                        name = "Executive Sponsor",
                                        ref = "seat-rule-sponsor")
                            }))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SeatRuleView.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "422",
            description =
                    "SEAT_RULE_INCOMPLETE, SEAT_RULE_ABOUT_ITSELF, NO_SUCH_SEAT,"
                            + " ENDS_BEFORE_IT_BEGINS")
    public Response record(
            @PathParam("body") String idOrReference, @NotNull @Valid ToRecord request) {
        var body = bodies.requireForWriting(idOrReference, request.from);
        var recorded =
                recordSeatRule.handle(
                        body,
                        rule(request),
                        new Period(request.from, request.until),
                        recorder.provenance(request.provenance));
        return answer(Response.status(Response.Status.CREATED), recorded);
    }

    @POST
    @Path("/{number}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End a rule about the seats of a body, from a day")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(SeatRuleView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "SEAT_RULE_NOT_IN_FORCE")
    public Response end(
            @PathParam("body") String idOrReference,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToEnd request) {
        var day = recorder.day(request.effectiveOn, null);
        var body = bodies.requireForWriting(idOrReference, day);
        var source = recorder.provenance(request.provenance);
        return answer(Response.ok(), recordSeatRule.end(body, number, ifMatch, day, source));
    }

    private Rule rule(ToRecord request) {
        requireWhole(request);
        return switch (request.kind) {
            case RECIPROCAL ->
                    new Rule.Reciprocal(
                            other(request.other, request.from),
                            request.atLeast == null ? 1 : request.atLeast,
                            request.seatsOrNone());
            case MEMBERS_OF ->
                    new Rule.MembersOf(
                            other(request.other, request.from),
                            request.seatsOrNone(),
                            request.isOfWorkGroups());
            case SPONSOR ->
                    new Rule.Sponsor(
                            request.seatsOrNone().getFirst(),
                            request.sitsIn == null
                                    ? List.of()
                                    : request.sitsIn.stream()
                                            .map(body -> other(body, request.from))
                                            .toList(),
                            request.chairs == null ? null : other(request.chairs, request.from));
        };
    }

    private static void requireWhole(ToRecord request) {
        var missing =
                switch (request.kind) {
                    case RECIPROCAL ->
                            missing(
                                    Map.of(
                                            "other", request.other != null,
                                            "atLeast", request.atLeast != null));
                    case MEMBERS_OF ->
                            missing(
                                    Map.of(
                                            "other",
                                            request.other != null,
                                            "seats",
                                            request.isOfWorkGroups()
                                                    || !request.seatsOrNone().isEmpty()));
                    case SPONSOR ->
                            missing(
                                    Map.of(
                                            "one of seats",
                                            request.seatsOrNone().size() == 1,
                                            "sitsIn or chairs",
                                            request.chairs != null
                                                    || request.sitsIn != null
                                                            && !request.sitsIn.isEmpty()));
                };
        if (!missing.isEmpty()) {
            throw new CompositionRefusal.Incomplete(request.kind, missing);
        }
    }

    private static List<String> missing(Map<String, Boolean> given) {
        return given.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private UUID other(@Nullable String idOrReference, LocalDate on) {
        return Stream.ofNullable(idOrReference)
                .map(body -> bodies.require(body, on))
                .map(BodyOnDate::id)
                .findFirst()
                .orElseThrow();
    }

    private Response answer(Response.ResponseBuilder builder, SeatRule rule) {
        return builder.entity(view(rule))
                .header(HttpHeaders.ETAG, new EntityTag(rule.version))
                .build();
    }

    private SeatRuleView view(SeatRule one) {
        return switch (one.rule) {
            case Rule.Reciprocal rule ->
                    view(one, rule.other(), rule.atLeast(), rule.seats(), null, null, null);
            case Rule.MembersOf rule ->
                    view(one, rule.of(), null, rule.seats(), rule.ofWorkGroups(), null, null);
            case Rule.Sponsor rule ->
                    view(one, null, null, List.of(rule.seat()), null, rule.sitsIn(), rule.chairs());
        };
    }

    private SeatRuleView view(
            SeatRule rule,
            @Nullable UUID other,
            @Nullable Integer atLeast,
            List<String> seats,
            @Nullable Boolean ofWorkGroups,
            @Nullable List<UUID> sitsIn,
            @Nullable UUID chairs) {
        return new SeatRuleView(
                rule.id,
                rule.reference(),
                rule.number,
                rule.rule.kind(),
                other == null ? null : bodies.referenceOf(other),
                atLeast,
                seats,
                ofWorkGroups,
                sitsIn == null ? null : sitsIn.stream().map(bodies::referenceOf).toList(),
                chairs == null ? null : bodies.referenceOf(chairs),
                rule.fromDay,
                rule.untilDay,
                rule.provenance,
                rule.version);
    }
}
