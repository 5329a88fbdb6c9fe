package locality.budget.contribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/funds/{fund}/contributions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Contributions", description = "What each partner pays into a fund, and when")
class ContributionResource {

    private static final String NEW_CONTRIBUTION =
            """
            {"partner": "00W", "source": "CCG allocation", "annualPence": 3267100000,
             "profile": "MONTHLY_12"}
            """;

    private final Funds funds;
    private final Contributions contributions;
    private final ScheduleContribution scheduleContribution;
    private final CurrentCaller caller;

    ContributionResource(
            Funds funds,
            Contributions contributions,
            ScheduleContribution scheduleContribution,
            CurrentCaller caller) {
        this.funds = funds;
        this.contributions = contributions;
        this.scheduleContribution = scheduleContribution;
        this.caller = caller;
    }

    @Schema(name = "NewContribution")
    record NewContribution(
            @NotBlank @Size(max = 50) @Schema(description = "ODS or GSS code") String partner,
            @NotBlank @Size(max = 200) String source,
            @NotNull Pence annualPence,
            @NotNull ContributionProfile profile,
            @Schema(description = "Only with CUSTOM; they sum to the year") @Size(max = 366)
                    @Nullable List<ContributionProfile.@Valid @NotNull Due> instalments,
            @Nullable Provenance provenance) {}

    @Schema(name = "Contribution")
    record View(
            UUID id,
            UUID fundId,
            String partner,
            String source,
            Pence annualPence,
            ContributionProfile profile,
            List<ContributionProfile.Due> instalments,
            Provenance provenance,
            long version) {

        static View of(ContributionSchedule schedule) {
            return new View(
                    schedule.id,
                    schedule.fundId,
                    schedule.partner,
                    schedule.source,
                    schedule.annualPence,
                    schedule.profile,
                    schedule.instalments.stream()
                            .map(i -> new ContributionProfile.Due(i.dueOn(), i.amountPence()))
                            .toList(),
                    schedule.provenance,
                    schedule.version);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Schedule what a partner contributes, in instalments to the penny")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewContribution.class),
                            examples = @ExampleObject(name = "Monthly", value = NEW_CONTRIBUTION)))
    @APIResponse(
            responseCode = "201",
            description = "Scheduled",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(responseCode = "409", description = "ALREADY_SCHEDULED")
    @APIResponse(
            responseCode = "422",
            description =
                    "INSTALMENTS_DO_NOT_SUM, INSTALMENTS_NOT_ASKED, CONTRIBUTION_NOT_POSITIVE,"
                            + " INSTALMENT_NOT_POSITIVE, INSTALMENT_OUTSIDE_THE_YEAR")
    public Response schedule(
            @PathParam("fund") String fund, @Valid @NotNull NewContribution asked) {
        var schedule = scheduleContribution.handle(caller.get(), fund, asked);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, new EntityTag(schedule.version))
                .entity(View.of(schedule))
                .build();
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the contributions to a fund")
    public Page<View> list(
            @PathParam("fund") String idOrReference,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var fund = funds.require(caller.get(), idOrReference);
        var rows = contributions.page(fund.id(), Cursor.orStart(after), limit);
        return Page.of(rows, limit, schedule -> schedule.id.toString()).map(View::of);
    }
}
