package locality.intervention.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import locality.intervention.Cursor;
import locality.intervention.Reference;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/intervention/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "What is measured, and what was observed")
@RunOnVirtualThread
class IndicatorResource {

    private static final String NEW_INDICATOR =
            """
            {"reference": "MCR-AE-4H", "name": "A&E patients seen within four hours, type 1",
             "unit": "share of attendances", "improvementDirection": "increase", "frequency": "MONTH",
             "aggregation": "RATIO", "target": 0.95, "source": "NHS England, A&E Attendances and Emergency Admissions",
             "publicationSchedule": "monthly, second Thursday", "ownerPost": "Head of performance",
             "locality": "E08000003"}
            """;

    private final Indicators indicators;
    private final DefineIndicator defineIndicator;
    private final CurrentCaller caller;

    IndicatorResource(
            Indicators indicators, DefineIndicator defineIndicator, CurrentCaller caller) {
        this.indicators = indicators;
        this.defineIndicator = defineIndicator;
        this.caller = caller;
    }

    /// An indicator to define.
    @Schema(name = "NewIndicator")
    record NewIndicator(
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 300) String name,
            @Schema(description = "OPERATIONAL if not given") @Nullable IndicatorKind kind,
            @Schema(description = "Whether it is watched anyway; a TPI is not. false if not given")
                    @Nullable Boolean businessAsUsual,
            @NotBlank @Size(max = 100) String unit,
            @NotNull ImprovementDirection improvementDirection,
            @NotNull Frequency frequency,
            @NotNull Aggregation aggregation,
            @Schema(description = "Null while it is not stated")
                    @Digits(integer = 18, fraction = 12)
                    @Nullable BigDecimal target,
            @Schema(description = "Which outcome the activity changes; a TPI must say")
                    @Size(max = 1000)
                    @Nullable String outcome,
            @NotBlank @Size(max = 500) String source,
            @NotBlank @Size(max = 200) String publicationSchedule,
            @Schema(description = "A post, never a person") @NotBlank @Size(max = 300)
                    String ownerPost,
            @Schema(description = "Id or reference of the intervention it measures")
                    @Nullable String intervention,
            @NotNull Locality locality,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// An indicator as it is answered.
    @Schema(name = "Indicator")
    record IndicatorView(
            UUID id,
            String reference,
            String name,
            IndicatorKind kind,
            String unit,
            ImprovementDirection improvementDirection,
            Frequency frequency,
            Aggregation aggregation,
            @Nullable BigDecimal target,
            @Nullable String outcome,
            String source,
            String publicationSchedule,
            String ownerPost,
            @Nullable UUID interventionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            long version) {

        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(
                    indicator.id,
                    indicator.reference,
                    indicator.name,
                    indicator.kind,
                    indicator.unit,
                    indicator.improvementDirection,
                    indicator.frequency,
                    indicator.aggregation,
                    indicator.target,
                    indicator.outcome,
                    indicator.source,
                    indicator.publicationSchedule,
                    indicator.ownerPost,
                    indicator.interventionId,
                    indicator.locality,
                    indicator.effectiveOn,
                    indicator.provenance,
                    indicator.version);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ANALYST)
    @Operation(summary = "Define an indicator")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewIndicator.class),
                            examples =
                                    @ExampleObject(
                                            name = "four-hour performance",
                                            value = NEW_INDICATOR)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "BUSINESS_AS_USUAL, OUTCOME_LINK_MISSING or INTERVENTION_OF_ANOTHER_PLACE")
    public Response define(@Valid @NotNull NewIndicator asked) {
        var indicator = defineIndicator.handle(caller.get(), asked);
        return answer(
                Response.created(URI.create("/api/intervention/v1/indicators/" + indicator.id)),
                indicator);
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List indicators")
    @APIResponse(responseCode = "200", description = "A page of indicators")
    public Page<IndicatorView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = indicators.page(caller.get(), locality, Cursor.orStart(after), limit);
        return Page.of(rows, limit, indicator -> indicator.id.toString()).map(IndicatorView::of);
    }

    @GET
    @Path("/{indicator}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read an indicator by id or reference")
    @APIResponse(
            responseCode = "200",
            description = "The indicator",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response read(@PathParam("indicator") String idOrReference) {
        return answer(Response.ok(), indicators.require(caller.get(), idOrReference));
    }

    private static Response answer(Response.ResponseBuilder response, Indicator indicator) {
        return response.header(HttpHeaders.ETAG, new EntityTag(indicator.version))
                .entity(IndicatorView.of(indicator))
                .build();
    }
}
