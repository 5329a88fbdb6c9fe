package locality.governance.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
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

/// Entries of registers over HTTP: entered, listed, and sent back as a spreadsheet.
@Path("/api/governance/v1/register-entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registers", description = "Risks, issues, assumptions and dependencies")
class RegisterEntryResource {

    private final RegisterEntries entries;
    private final RecordEntry recordEntry;
    private final ImportEntries importEntries;
    private final ShowRegister show;
    private final RegisterQuery query;
    private final Recorder recorder;

    RegisterEntryResource(
            RegisterEntries entries,
            RecordEntry recordEntry,
            ImportEntries importEntries,
            ShowRegister show,
            RegisterQuery query,
            Recorder recorder) {
        this.entries = entries;
        this.recordEntry = recordEntry;
        this.importEntries = importEntries;
        this.show = show;
        this.query = query;
        this.recorder = recorder;
    }

    /// @param reference the next of its body or locality when left out
    /// @param register it stands in, by name
    /// @param body that has it; left out while none has
    /// @param post who looks after it: a post, never a person
    /// @param organisation whose it is to look after, by ODS or GSS code
    /// @param inherent before anything is done; left out while it is unscored
    /// @param residual with its controls as they are; left out while it is unscored
    /// @param target where it should come to; left out while it is unscored
    /// @param neededOn of a DEPENDENCY: the last day on which what is waited for is in time
    /// @param dependent of a DEPENDENCY: who waits, a workstream or a plan
    /// @param dependsOn of a DEPENDENCY: what for, another workstream or awaited guidance
    /// @param recordedOn the day it was entered; today when left out
    @Schema(name = "RegisterEntryToRecord")
    record ToRecord(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String register,
            @NotNull EntryKind kind,
            @NotBlank String title,
            @NotNull Locality locality,
            @Nullable String body,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable GivenScore inherent,
            @Nullable GivenScore residual,
            @Nullable GivenScore target,
            @Nullable List<@NotNull @Valid Control> controls,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate neededOn,
            @Nullable @Valid Link dependent,
            @Nullable @Valid Link dependsOn,
            @Nullable List<@NotNull @Valid Link> links,
            @Nullable LocalDate recordedOn,
            @Nullable Provenance provenance) {

        RecordEntry.ToRecord told() {
            return new RecordEntry.ToRecord(
                    reference,
                    new EntryHead(
                            register,
                            kind,
                            title,
                            locality,
                            neededOn,
                            dependent,
                            dependsOn,
                            links == null ? List.of() : links),
                    body,
                    new EntryStanding(
                            post,
                            organisation,
                            scores(inherent, residual, target),
                            controls == null ? List.of() : controls,
                            reviewOn),
                    recordedOn,
                    provenance);
        }
    }

    /// Those of the three that are given.
    ///
    /// @throws EntryRefusal if one is out of range
    static Map<ScoreKind, Score> scores(
            @Nullable GivenScore inherent,
            @Nullable GivenScore residual,
            @Nullable GivenScore target) {
        var scores = new EnumMap<ScoreKind, Score>(ScoreKind.class);
        if (inherent != null) {
            scores.put(ScoreKind.INHERENT, inherent.score());
        }
        if (residual != null) {
            scores.put(ScoreKind.RESIDUAL, residual.score());
        }
        if (target != null) {
            scores.put(ScoreKind.TARGET, target.score());
        }
        return scores;
    }

    /// What a list may be narrowed to.
    static class Filter {
        @QueryParam("locality")
        @Nullable Locality locality;

        @Parameter(description = "The register they stand in, by name", example = "Risk share")
        @QueryParam("register")
        @Nullable String register;

        @QueryParam("kind")
        @Nullable EntryKind kind;

        @Parameter(description = "The state they had on the day")
        @QueryParam("state")
        @Nullable EntryState state;

        @Parameter(description = "The body that had them on the day")
        @QueryParam("body")
        @Nullable String body;

        @Parameter(description = "The day they are shown as of; today if left out")
        @QueryParam("on")
        @Nullable LocalDate on;

        @Parameter(description = "The same as on")
        @QueryParam("effectiveAt")
        @Nullable LocalDate effectiveAt;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List entries in the order of their references, or export them as CSV",
            description =
                    "With `on`, as they were on that day: in the state, with the body and the"
                            + " scores they had. What is unscored has no score, never 0.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    public Page<EntryView> list(
            @BeanParam Filter filter,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var page = Page.of(query.find(asked(filter), after, limit), limit, one -> one.reference);
        return new Page<>(show.listed(page.items(), day(filter)), page.next());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List entries in the order of their references, or export them as CSV")
    public Response export(@BeanParam Filter filter) {
        var day = day(filter);
        var all = show.listed(query.find(asked(filter), "", Page.ALL), day);
        return Spreadsheet.named(
                "register", RegisterSheet.write(all, day.equals(recorder.today())));
    }

    @GET
    @Path("/{registerEntry}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show an entry with its history and the way it would go up",
            description =
                    "`escalationPath` are the bodies above the one that has it, the nearest first"
                        + " (*One Commissioning Organisation*, 12: \"escalated to the JLT in the"
                        + " first instance\").")
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not entered by that day")
    public Response show(
            @Parameter(example = "BRY-RISK-4") @PathParam("registerEntry") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var entry = entries.require(idOrReference);
        recorder.requireReading(entry.locality, "register entry", idOrReference);
        var day = recorder.day(on, effectiveAt);
        var step = entry.on(day).orElseThrow(() -> new NotFound("register entry", idOrReference));
        return answer(Response.ok(), entry, show.whole(entry, step, day));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Enter a risk, an issue, an assumption or a dependency, or send a register",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " columns title and, if wanted, those of the export; new rows name"
                            + " kind and locality. A row whose `reference` is on record, with its"
                            + " `version`, changes that entry: its title, who looks after it, its"
                            + " scores (an empty cell unscores), its review. A column that is not"
                            + " there leaves what is on record. With dryRun nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRecord.class),
                        examples = {
                            @ExampleObject(name = "An unscored risk", ref = "register-entry"),
                            @ExampleObject(name = "A dependency", ref = "dependency")
                        }),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two entries", ref = "register-csv"))
            })
    @APIResponseSchema(value = EntryView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such body, entry, decision or guidance")
    @APIResponse(responseCode = "409", description = "ENTRY_REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "SCORE_OUT_OF_RANGE, ONLY_DEPENDENCIES_WAIT, UNKNOWN_ORGANISATION,"
                            + " BODY_OF_ANOTHER_PLACE, IN_THE_FUTURE, PERSONAL_DATA;"
                            + " ROW_NAMED_TWICE; ROWS_REFUSED: each by its line, also"
                            + " NOT_IN_A_SPREADSHEET")
    public Response record(@NotNull @Valid ToRecord request) {
        var entry = recordEntry.handle(request.told());
        return answer(
                Response.created(URI.create("/api/governance/v1/register-entries/" + entry.id)),
                entry,
                show.whole(entry, entry.last(), recorder.today()));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a register as a spreadsheet")
    public Response importCsv(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        return Response.ok(importEntries.handle(csv, dryRun)).build();
    }

    private LocalDate day(Filter filter) {
        return recorder.day(filter.on, filter.effectiveAt);
    }

    private RegisterQuery.Asked asked(Filter filter) {
        return new RegisterQuery.Asked(
                filter.locality,
                filter.register,
                filter.kind,
                filter.state,
                filter.body,
                day(filter));
    }

    static Response answer(Response.ResponseBuilder builder, RegisterEntry entry, EntryView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(entry.version)).build();
    }
}
