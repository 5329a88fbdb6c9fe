package locality.intervention.theme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

@Path("/api/intervention/v1/themes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Themes", description = "Pillars, themes, priorities and enablers of a plan")
@RunOnVirtualThread
class ThemeResource {

    private static final String NEW_THEME =
            """
            {"reference": "ROC-PILLAR-1", "name": "Transforming community based care", "kind": "PILLAR",
             "gmTheme": "COMMUNITY_BASED_CARE", "locality": "E08000005",
             "provenance": {"kind": "STATED", "document": "Transformation: one year on", "section": "4.1.5"}}
            """;

    private final Themes themes;
    private final RecordTheme recordTheme;
    private final RetireTheme retireTheme;
    private final CurrentCaller caller;

    ThemeResource(
            Themes themes, RecordTheme recordTheme, RetireTheme retireTheme, CurrentCaller caller) {
        this.themes = themes;
        this.recordTheme = recordTheme;
        this.retireTheme = retireTheme;
        this.caller = caller;
    }

    /// A theme to put on record.
    @Schema(name = "NewTheme")
    record NewTheme(
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 300) String name,
            @NotNull ThemeKind kind,
            @Schema(description = "Id or reference of the wider theme it lies under")
                    @Nullable String parent,
            @Schema(description = "As the parent's if not given") @Nullable GmTheme gmTheme,
            @NotNull Locality locality,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// When a theme is retired.
    @Schema(name = "Retirement")
    record Retirement(
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn) {}

    /// A theme as it is answered.
    @Schema(name = "Theme")
    record ThemeView(
            UUID id,
            String reference,
            String name,
            ThemeKind kind,
            @Nullable UUID parent,
            @Nullable GmTheme gmTheme,
            @Schema(description = "Greater Manchester's words for it") @Nullable String gmThemeName,
            ThemeState state,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            long version) {

        static ThemeView of(Theme theme) {
            return new ThemeView(
                    theme.id,
                    theme.reference,
                    theme.name,
                    theme.kind,
                    theme.parentId,
                    theme.gmTheme,
                    theme.gmTheme == null ? null : theme.gmTheme.title(),
                    theme.state,
                    theme.locality,
                    theme.effectiveOn,
                    theme.provenance,
                    theme.version);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Put a theme on record")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewTheme.class),
                            examples = @ExampleObject(name = "a pillar", value = NEW_THEME)))
    @APIResponse(
            responseCode = "201",
            description = "On record",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN or THEME_RETIRED")
    @APIResponse(responseCode = "422", description = "WRONG_PARENT or THEME_OF_ANOTHER_PLACE")
    public Response put(@Valid @NotNull NewTheme asked) {
        var theme = recordTheme.handle(caller.get(), asked);
        return answer(
                Response.created(URI.create("/api/intervention/v1/themes/" + theme.id)), theme);
    }

    @POST
    @Path("/{theme}/retire")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Retire a theme: what stands under it stays, nothing new is put there")
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    @APIResponse(responseCode = "409", description = "THEME_RETIRED already")
    public Response retire(
            @PathParam("theme") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Retirement asked) {
        var from = asked == null ? null : asked.effectiveOn();
        return answer(
                Response.ok(), retireTheme.handle(caller.get(), idOrReference, from, ifMatch));
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List themes")
    @APIResponse(responseCode = "200", description = "A page of themes")
    public Page<ThemeView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = themes.page(caller.get(), locality, Cursor.orStart(after), limit);
        return Page.of(rows, limit, theme -> theme.id.toString()).map(ThemeView::of);
    }

    @GET
    @Path("/{theme}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a theme by id or reference")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    public Response read(@PathParam("theme") String idOrReference) {
        return answer(Response.ok(), themes.require(caller.get(), idOrReference));
    }

    private static Response answer(Response.ResponseBuilder response, Theme theme) {
        return response.header(HttpHeaders.ETAG, new EntityTag(theme.version))
                .entity(ThemeView.of(theme))
                .build();
    }
}
