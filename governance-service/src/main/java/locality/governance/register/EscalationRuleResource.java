package locality.governance.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// When bodies hand entries to the body above, over HTTP.
@Path("/api/governance/v1/escalation-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registers")
class EscalationRuleResource {

    private static final int HIGHEST_SCORE = 25;
    private static final int MOST_DAYS = 3650;

    private final EscalationRules rules;
    private final SetEscalationRule setRule;
    private final BodyRegister bodies;
    private final Recorder recorder;

    EscalationRuleResource(
            EscalationRules rules,
            SetEscalationRule setRule,
            BodyRegister bodies,
            Recorder recorder) {
        this.rules = rules;
        this.setRule = setRule;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param body whose rule it is; of every body without one of its own when left out, which
    ///   those set who write for Greater Manchester
    /// @param threshold the residual score from which an entry goes up, 1 to 25
    /// @param daysOverdue how many days a review may be overdue before its entry goes up
    @Schema(name = "EscalationRuleToSet")
    record ToSet(
            @Nullable String body,
            @NotNull @Min(1) @Max(HIGHEST_SCORE) Integer threshold,
            @NotNull @Min(0) @Max(MOST_DAYS) Integer daysOverdue,
            @NotNull LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param body whose rule it is, null for every body that has none of its own
    @Schema(name = "EscalationRule")
    record View(
            UUID id,
            @Nullable String body,
            Locality locality,
            int threshold,
            int daysOverdue,
            LocalDate effectiveOn,
            Provenance provenance) {

        static View of(EscalationRule rule) {
            return new View(
                    rule.id,
                    rule.bodyReference,
                    rule.locality,
                    rule.threshold,
                    rule.daysOverdue,
                    rule.effectiveOn,
                    rule.provenance);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List when bodies hand entries to the body above")
    public Page<View> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        var found =
                rules.inPlaces(
                        recorder.shown(locality),
                        of,
                        after == null ? new UUID(0, 0) : after,
                        limit);
        return Page.of(found, limit, one -> one.id.toString()).map(View::of);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Set when a body hands entries to the body above, from a day on",
            description =
                    "Of a body without a rule of its own, 15 and 30 days hold, which are ours and"
                            + " may be set anew.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "One", ref = "escalation-rule")))
    @APIResponseSchema(value = View.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body, or not yours")
    @APIResponse(responseCode = "409", description = "ESCALATION_RULE_OF_THAT_DAY")
    public Response set(@NotNull @Valid ToSet request) {
        var rule =
                setRule.handle(
                        request.body,
                        request.threshold,
                        request.daysOverdue,
                        request.effectiveOn,
                        request.provenance);
        return Response.created(URI.create("/api/governance/v1/escalation-rules/" + rule.id))
                .entity(View.of(rule))
                .build();
    }
}
