package locality.budget.contribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.UUID;
import locality.budget.KnownAt;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.money.Pence;
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

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Contributions", description = "What each partner pays into a fund, and when")
class ContributionResource {

    private static final String RISE =
            """
            {"annualPence": 3277100000, "decisionId": "MCR-HWBB-2014-09-10-4",
             "effectiveOn": "2014-10-01", "reason": "Winter pressures"}
            """;
    private static final String LATER =
            """
            {"instalments": [{"dueOn": "2014-12-01", "amountPence": 20000000},
                             {"dueOn": "2015-03-01", "amountPence": 30000000}],
             "reason": "Paid once the grant has come"}
            """;

    private final Contributions contributions;
    private final ContributionHistory history;
    private final ContributionOnADay onADay;
    private final VaryContribution varyContribution;
    private final CurrentCaller caller;
    private final Clock clock;

    ContributionResource(
            Contributions contributions,
            ContributionHistory history,
            ContributionOnADay onADay,
            VaryContribution varyContribution,
            CurrentCaller caller,
            Clock clock) {
        this.contributions = contributions;
        this.history = history;
        this.onADay = onADay;
        this.varyContribution = varyContribution;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "VaryContribution")
    record NewTerms(
            @Schema(description = "The new amount of the year, what was paid included")
                    @Nullable Pence annualPence,
            @Nullable Pence grossPence,
            @Nullable Pence clientChargesPence,
            @Schema(description = "All of what is unpaid; the profile is CUSTOM from then on")
                    @Size(max = 366)
                    @Nullable List<ContributionProfile.@Valid @NotNull Due> instalments,
            @Schema(
                            description =
                                    "Id or reference of a decision that covers the new amount, and"
                                            + " what is given up; needed when it rises, and"
                                            + " another than it is owed under when it falls or"
                                            + " what is overdue is to be paid later")
                    @Nullable String decisionId,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn,
            @Schema(description = "Why; no person's name") @NotBlank @Size(max = 500)
                    String reason) {

        /// The new amount of the year: as said, else what was paid and the instalments given.
        ContributionAmount amount(Pence paid) {
            boolean said = annualPence != null || grossPence != null;
            if (!said && instalments == null) {
                throw new Malformed("Say annualPence, grossPence or instalments");
            }
            var annual =
                    said || instalments == null
                            ? annualPence
                            : paid.plus(
                                    Pence.sum(
                                            instalments.stream()
                                                    .map(ContributionProfile.Due::amountPence)
                                                    .toList()));
            return ContributionAmount.of(annual, grossPence, clientChargesPence);
        }
    }

    /// One version of a contribution.
    @Schema(name = "ContributionTerms")
    record TermsView(
            int version,
            Pence annualPence,
            @Nullable Pence grossPence,
            @Nullable Pence clientChargesPence,
            ContributionProfile profile,
            List<ContributionProfile.Due> instalments,
            @Nullable UUID decisionId,
            String reason,
            LocalDate effectiveOn,
            Instant recordedAt) {

        static TermsView of(ContributionTerms terms) {
            return new TermsView(
                    terms.version,
                    terms.annualPence,
                    terms.grossPence,
                    terms.clientChargesPence,
                    terms.profile,
                    terms.instalments,
                    terms.decisionId,
                    terms.reason,
                    terms.effectiveOn,
                    terms.recordedAt);
        }
    }

    @GET
    @Path("/contributions/{contribution}")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Read a contribution by id or reference, as it is or as it was on a day",
            description =
                    "With on or knownAt its terms, instalments and payments are those of that day,"
                            + " as far as was known at that moment.")
    @APIResponse(
            responseCode = "200",
            description = "The contribution",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such contribution in your localities")
    public Response read(
            @PathParam("contribution") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @Schema(description = "An instant as in 2014-10-01T12:00:00Z") @QueryParam("knownAt")
                    @Nullable String knownAt) {
        if (on == null && knownAt == null) {
            var now = onADay.now(caller.get(), idOrReference);
            return Response.ok(now).header(HttpHeaders.ETAG, new EntityTag(now.version())).build();
        }
        var day = on == null ? BusinessClock.today(clock) : on;
        return Response.ok(onADay.handle(caller.get(), idOrReference, day, KnownAt.of(knownAt)))
                .build();
    }

    @GET
    @Path("/contributions/{contribution}/versions")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Everything a contribution was, version by version")
    public Page<TermsView> versions(@PathParam("contribution") String idOrReference) {
        var schedule = contributions.require(caller.get(), idOrReference);
        return new Page<>(history.terms(schedule.id).stream().map(TermsView::of).toList(), null);
    }

    @POST
    @Path("/contributions/{contribution}/vary")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Vary what is unpaid of a contribution, never below what was paid",
            description =
                    "With annualPence the days stay: what an instalment paid in part still owes"
                            + " stays due as it was, the others share the rest. With instalments"
                            + " they are all of what is unpaid.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewTerms.class),
                            examples = {
                                @ExampleObject(name = "More", value = RISE),
                                @ExampleObject(name = "Later", value = LATER)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Varied",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such contribution in your localities")
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "412",
            description = "STALE: the contribution has changed since you read it")
    @APIResponse(
            responseCode = "422",
            description =
                    "RISE_NEEDS_A_DECISION, FALL_NEEDS_A_DECISION, DELAY_NEEDS_A_DECISION,"
                            + " PLAN_DOES_NOT_COVER, NO_AUTHORITY, BELOW_WHAT_WAS_PAID,"
                            + " NO_INSTALMENT_OPEN, INSTALMENT_BEFORE_WHAT_WAS_PAID,"
                            + " VARIATION_BEFORE_THE_LAST, LIES_AHEAD, GROSS_NOT_SAID,"
                            + " CONTRIBUTION_DOES_NOT_ADD_UP, CONTRIBUTION_NOT_POSITIVE,"
                            + " INSTALMENTS_DO_NOT_SUM, INSTALMENT_NOT_POSITIVE,"
                            + " INSTALMENT_OUTSIDE_THE_YEAR, DECISION_NOT_IN_EFFECT,"
                            + " DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT, DECISION_AMOUNT,"
                            + " DECISION_OWNER, DECISION_DATE")
    public Response vary(
            @PathParam("contribution") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewTerms asked) {
        var schedule = varyContribution.handle(caller.get(), idOrReference, asked, ifMatch, dryRun);
        return Response.ok(ContributionView.of(schedule))
                .header(HttpHeaders.ETAG, new EntityTag(schedule.version))
                .build();
    }
}
