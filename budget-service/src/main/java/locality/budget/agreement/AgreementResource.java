package locality.budget.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Agreements", description = "The money side of partnership agreements")
class AgreementResource {

    private static final String NEW_AGREEMENT =
            """
            {"locality": "E08000005", "reference": "ROC-S75", "name": "Section 75 agreement",
             "legalPowers": ["S75"], "host": "E08000005",
             "fundManager": {"post": "Chief finance officer", "employer": "01D"},
             "basis": "SHADOW", "startsOn": "2018-04-01"}
            """;

    private static final String NEW_BASIS =
            """
            {"basis": "POOLED", "startsOn": "2019-04-01"}
            """;

    private final Agreements agreements;
    private final RecordAgreement recordAgreement;
    private final ChangeBasis changeBasis;
    private final CurrentCaller caller;
    private final Clock clock;

    AgreementResource(
            Agreements agreements,
            RecordAgreement recordAgreement,
            ChangeBasis changeBasis,
            CurrentCaller caller,
            Clock clock) {
        this.agreements = agreements;
        this.recordAgreement = recordAgreement;
        this.changeBasis = changeBasis;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "NewAgreement")
    record NewAgreement(
            @NotNull Locality locality,
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank String name,
            @Nullable
                    @Pattern(regexp = Reference.PATTERN)
                    @Schema(
                            description =
                                    "The reference by which governance tells of it; its own if it"
                                            + " is not said",
                            examples = "RCH-S75")
                    String governanceReference,
            @Nullable
                    @Min(1)
                    @Schema(
                            description =
                                    "The version the terms are of; the one in force that day if it"
                                            + " is not said")
                    Integer agreementVersion,
            @NotEmpty Set<@NotNull LegalPower> legalPowers,
            @NotBlank @Schema(description = "ODS or GSS code of the host") String host,
            @Valid NewTerms.@Nullable Manager fundManager,
            @NotNull Basis basis,
            @Valid @Nullable VirementScheme virementScheme,
            @Valid @Nullable CarryForwardScheme carryForwardScheme,
            @NotNull LocalDate startsOn,
            @Nullable Provenance provenance) {

        NewTerms terms() {
            return new NewTerms(
                    startsOn,
                    agreementVersion,
                    legalPowers,
                    host,
                    fundManager,
                    basis,
                    virementScheme,
                    carryForwardScheme,
                    provenance);
        }
    }

    @Schema(name = "NewBasis")
    record NewBasis(
            @NotNull Basis basis,
            @NotNull LocalDate startsOn,
            @Min(1)
                    @Nullable
                    @Schema(
                            description =
                                    "The version that changes it; the one in force that day if it"
                                            + " is not said")
                    Integer agreementVersion,
            @Nullable Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Record the money side of a partnership agreement")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewAgreement.class),
                            examples = @ExampleObject(name = "Rochdale", value = NEW_AGREEMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN, or DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_PERIOD_BOUNDARY; MAY_NOT_POOL for a pool; VERSION_NOT_SIGNED or"
                            + " VERSION_DOES_NOT_HOLD for a pool and a virement scheme;"
                            + " NO_SUCH_VERSION,"
                            + " TIERS_OUT_OF_ORDER, NO_FUND_MANAGER, SOURCE_TWICE,"
                            + " DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL,"
                            + " DECISION_SUBJECT, DECISION_DATE")
    public Response record(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewAgreement asked) {
        var agreement = recordAgreement.handle(caller.get(), asked, dryRun);
        return Response.created(URI.create("/api/budget/v1/agreements/" + agreement.id))
                .header(HttpHeaders.ETAG, new EntityTag(agreement.version))
                .entity(AgreementView.of(agreement, BusinessClock.today(clock)))
                .build();
    }

    @POST
    @Path("/{agreement}/bases")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Change the basis alone from a later period on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewBasis.class),
                            examples = @ExampleObject(name = "Pooled", value = NEW_BASIS)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_PERIOD_BOUNDARY, TERMS_NOT_AFTER_THE_LAST, MONEY_MOVED_SINCE;"
                        + " MAY_NOT_POOL, MANAGER_NOT_APPOINTED for a pool; VERSION_NOT_SIGNED or"
                        + " VERSION_DOES_NOT_HOLD for a pool, its end and a virement scheme;"
                        + " NO_SUCH_VERSION")
    public Response change(
            @PathParam("agreement") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewBasis asked) {
        var agreement = changeBasis.handle(caller.get(), idOrReference, asked, ifMatch, dryRun);
        return answer(agreement, BusinessClock.today(clock));
    }

    @GET
    @Path("/{agreement}")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read an agreement, with host, manager, powers and basis on a day")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response read(
            @PathParam("agreement") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on) {
        var agreement = agreements.require(caller.get(), idOrReference);
        return answer(agreement, on != null ? on : BusinessClock.today(clock));
    }

    @GET
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List agreements")
    public Page<AgreementView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = agreements.page(caller.get(), locality, Cursor.orStart(after), limit);
        var today = BusinessClock.today(clock);
        return Page.of(rows, limit, agreement -> agreement.id.toString())
                .map(agreement -> AgreementView.of(agreement, today));
    }

    private static Response answer(Agreement agreement, LocalDate on) {
        return Response.ok(AgreementView.of(agreement, on))
                .header(HttpHeaders.ETAG, new EntityTag(agreement.version))
                .build();
    }
}
