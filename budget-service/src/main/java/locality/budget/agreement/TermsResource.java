package locality.budget.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import locality.budget.Reference;
import locality.budget.partnership.Told;
import locality.budget.partnership.VersionsTold;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.refusal.Malformed;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/agreements/{agreement}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Agreements")
class TermsResource {

    private static final String NEW_TERMS =
            """
            {"startsOn": "2019-04-01", "agreementVersion": 1, "legalPowers": ["S75"],
             "host": "E08000005", "basis": "POOLED",
             "fundManager": {"post": "Chief finance officer", "employer": "01D",
                             "decisionId": "RCH-ICB-2019-03-12/4"},
             "virementScheme": {"tiers": [
               {"upToPence": 10000000, "yearUpToPence": 25000000, "decides": "FUND_MANAGER"},
               {"upToPence": 50000000, "decides": "integrated-commissioning"},
               {"decides": "pooled-budget"}]},
             "carryForwardScheme": {"sources": [
               {"source": "NHS minimum contribution", "upToBasisPoints": 500,
                "decisionFunction": "pooled-budget"}]}}
            """;

    private final Agreements agreements;
    private final VersionsTold versions;
    private final SetTerms setTerms;
    private final NameGoverned nameGoverned;
    private final CurrentCaller caller;
    private final Clock clock;

    TermsResource(
            Agreements agreements,
            VersionsTold versions,
            SetTerms setTerms,
            NameGoverned nameGoverned,
            CurrentCaller caller,
            Clock clock) {
        this.agreements = agreements;
        this.versions = versions;
        this.setTerms = setTerms;
        this.nameGoverned = nameGoverned;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/terms")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Set the money terms from a later day on",
            description =
                    "All of them: what is left out is no longer agreed. What held before the day"
                            + " stays. A pool needs section 75, a host and a fund manager; a"
                            + " pool, its end and a virement scheme need a version that"
                            + " governance told as signed; the basis changes on the"
                            + " first of a month.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewTerms.class),
                            examples = @ExampleObject(name = "Pooled", value = NEW_TERMS)))
    @APIResponse(
            responseCode = "200",
            description = "Set, or with dryRun what would be set",
            content = @Content(schema = @Schema(implementation = TermsView.class)))
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_PERIOD_BOUNDARY, TERMS_NOT_AFTER_THE_LAST, MONEY_MOVED_SINCE;"
                        + " MAY_NOT_POOL, MANAGER_NOT_APPOINTED for a pool; VERSION_NOT_SIGNED or"
                        + " VERSION_DOES_NOT_HOLD for a pool, its end and a virement scheme;"
                        + " NO_SUCH_VERSION, TIERS_OUT_OF_ORDER, NO_FUND_MANAGER, SOURCE_TWICE,"
                        + " DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT,"
                        + " DECISION_DATE")
    public Response set(
            @PathParam("agreement") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewTerms asked) {
        var agreement = setTerms.handle(caller.get(), idOrReference, asked, ifMatch, dryRun);
        return answer(agreement, asked.startsOn(), null);
    }

    @Schema(name = "GovernedAs")
    record GovernedAs(
            @NotNull
                    @Pattern(regexp = Reference.PATTERN)
                    @Schema(
                            description = "The reference by which governance tells of it",
                            examples = "RCH-S75")
                    String governanceReference) {}

    @POST
    @Path("/governed-as")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Say by which reference governance tells of an agreement",
            description =
                    "Needed where governance does not know it by the reference of the money side."
                            + " Once governance told something of it the reference stays.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = GovernedAs.class),
                            examples =
                                    @ExampleObject(
                                            name = "Rochdale",
                                            value = "{\"governanceReference\": \"RCH-S75\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Said, or with dryRun what would be said",
            content = @Content(schema = @Schema(implementation = TermsView.class)))
    @APIResponse(responseCode = "409", description = "ALREADY_GOVERNED by another reference")
    public Response nameGoverned(
            @PathParam("agreement") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull GovernedAs asked) {
        var agreement =
                nameGoverned.handle(
                        caller.get(), idOrReference, asked.governanceReference(), ifMatch, dryRun);
        return answer(agreement, BusinessClock.today(clock), null);
    }

    @GET
    @Path("/terms")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Read the money terms of a day, and the version in force that day",
            description =
                    "With knownAt as far as they were set, and governance had told, by that"
                            + " moment.")
    @APIResponse(
            responseCode = "200",
            description = "The terms; null before they begin",
            content = @Content(schema = @Schema(implementation = TermsView.class)))
    public Response read(
            @PathParam("agreement") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @Schema(description = "An instant as in 2021-10-01T12:00:00Z; now if not given")
                    @QueryParam("knownAt")
                    @Nullable String knownAt) {
        var agreement = agreements.require(caller.get(), idOrReference);
        return answer(agreement, on != null ? on : BusinessClock.today(clock), knownAt);
    }

    @GET
    @Path("/versions")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List what governance told of its versions, in the order in which it came")
    public Page<Told> versions(
            @PathParam("agreement") String idOrReference,
            @Schema(description = "The number of what was told to go on after")
                    @QueryParam("after")
                    @DefaultValue("0")
                    long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var agreement = agreements.require(caller.get(), idOrReference);
        var told = versions.page(agreement.governedAs(), agreement.locality, after, limit);
        return Page.of(told, limit, one -> String.valueOf(one.number()));
    }

    private Response answer(Agreement agreement, LocalDate on, @Nullable String asked) {
        var now = clock.instant();
        var knownAt = asked == null || instant(asked).isAfter(now) ? now : instant(asked);
        var governed = versions.of(agreement.governedAs(), agreement.locality, knownAt);
        return Response.ok(TermsView.of(agreement, governed, on, knownAt))
                .header(HttpHeaders.ETAG, new EntityTag(agreement.version))
                .build();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Malformed("knownAt is an instant as in 2021-10-01T12:00:00Z, not " + text);
        }
    }
}
