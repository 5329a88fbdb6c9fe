package locality.governance.agreement;

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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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

/// The register of agreements over HTTP.
@Path("/api/governance/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Agreements",
        description = "What organisations agree, who signed and ratified it, when it is in force")
class AgreementResource {

    private final Agreements agreements;
    private final ShowAgreement show;
    private final DraftAgreement draftAgreement;
    private final ImportAgreements importAgreements;
    private final Recorder recorder;

    AgreementResource(
            Agreements agreements,
            ShowAgreement show,
            DraftAgreement draftAgreement,
            ImportAgreements importAgreements,
            Recorder recorder) {
        this.agreements = agreements;
        this.show = show;
        this.draftAgreement = draftAgreement;
        this.importAgreements = importAgreements;
        this.recorder = recorder;
    }

    /// @param ratifiedBy for a programme initiation document SIGNATURE when left out, else
    ///   DECISION_AND_SIGNATURE
    /// @param partiesReview whether each party reviews a version before it is submitted; when left
    ///   out, where decisions ratify it
    /// @param noticeDays of notice with which a party may end it; none when left out
    /// @param establishes the body it sets up: its signatories sit in it
    /// @param first its first version
    @Schema(name = "AgreementToDraft")
    record ToDraft(
            @NotNull @Pattern(regexp = Spelling.REFERENCE) String reference,
            @NotBlank @Size(max = Agreement.TITLE_LENGTH) String title,
            @NotNull AgreementKind kind,
            @NotNull Locality locality,
            @Nullable RatifiedBy ratifiedBy,
            @Nullable Boolean associatesRatify,
            @Nullable Boolean partiesReview,
            @Nullable Boolean consultationRequired,
            @Min(1) @Nullable Integer noticeDays,
            @Nullable String establishes,
            @NotNull @Valid VersionToDraft first) {

        DraftAgreement.Heading heading() {
            var by = ratifiedBy == null ? kind.usuallyRatifiedBy() : ratifiedBy;
            return new DraftAgreement.Heading(
                    reference,
                    title,
                    kind,
                    locality,
                    new AgreementTerms(
                            by,
                            Boolean.TRUE.equals(associatesRatify),
                            partiesReview == null
                                    ? by == RatifiedBy.DECISION_AND_SIGNATURE
                                    : partiesReview,
                            Boolean.TRUE.equals(consultationRequired),
                            noticeDays),
                    establishes);
        }
    }

    /// @param label as its authors call it, as in `5`
    /// @param summary of what changed
    /// @param effectiveOn from when it is meant to hold; from its ratification when left out
    /// @param expiresOn its last day
    /// @param draftedOn today when left out
    @Schema(name = "AgreementVersionToDraft")
    record VersionToDraft(
            @NotBlank @Size(max = VersionText.LABEL_LENGTH) String label,
            @NotBlank @Size(max = VersionText.SUMMARY_LENGTH) String summary,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate reviewOn,
            @Min(1) @Nullable Integer reviewEveryMonths,
            @NotEmpty List<@Valid PartyToName> parties,
            @Nullable LocalDate draftedOn,
            @Nullable Provenance provenance) {

        DraftAgreement.Draft draft() {
            return new DraftAgreement.Draft(
                    new VersionText(
                            label, summary, effectiveOn, expiresOn, reviewOn, reviewEveryMonths),
                    parties.stream().map(PartyToName::party).toList(),
                    draftedOn,
                    provenance);
        }
    }

    /// @param organisation by ODS or GSS code
    /// @param capacity FULL when left out
    /// @param signatories the posts that all sign for it, never people; any one when left out
    @Schema(name = "AgreementPartyToName")
    record PartyToName(
            @NotBlank String organisation,
            @Nullable Capacity capacity,
            @Nullable List<@NotBlank @Size(max = Party.POST_LENGTH) String> signatories) {

        Party party() {
            return new Party(
                    organisation,
                    capacity == null ? Capacity.FULL : capacity,
                    signatories == null ? List.of() : signatories);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List agreements in the order of their references, or export them as CSV",
            description =
                    "With `on`, as they stood that day: those drafted by then, with the state that"
                            + " signatures, decisions in effect and dates had brought about by"
                            + " then. `state` is that of the version in force, else of the latest.")
    public Page<AgreementView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("kind") @Nullable AgreementKind kind,
            @Parameter(description = "An organisation that any version is between, by code")
                    @QueryParam("party")
                    @Nullable String party,
            @QueryParam("state") @Nullable VersionState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return Page.of(
                show.list(
                        recorder.shown(locality),
                        new Agreements.Wanted(kind, party, null),
                        state,
                        recorder.day(on, effectiveAt),
                        after,
                        limit),
                limit,
                AgreementView::reference);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List agreements in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("kind") @Nullable AgreementKind kind,
            @QueryParam("party") @Nullable String party,
            @QueryParam("state") @Nullable VersionState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var shown =
                show.list(
                        recorder.shown(locality),
                        new Agreements.Wanted(kind, party, null),
                        state,
                        day,
                        "",
                        Page.ALL);
        return Spreadsheet.named(
                "agreements", AgreementSheet.write(shown, day.equals(recorder.today())));
    }

    @GET
    @Path("/{agreement}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show an agreement with its versions, parties and signatures on a day")
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not drafted by that day")
    public Response show(
            @Parameter(example = "OLD-IA") @PathParam("agreement") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var agreement = agreements.require(idOrReference);
        recorder.requireReading(agreement.locality, "agreement", idOrReference);
        return answer(
                Response.ok(),
                show.on(agreement, recorder.day(on, effectiveAt))
                        .orElseThrow(() -> new NotFound("agreement", idOrReference)));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Draft an agreement, or send a spreadsheet of agreements",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " its columns are those of the export, `parties` as in"
                            + " `E08000004:FULL;00Y:FULL:Chair|Accountable Officer;RW6:ASSOCIATE`."
                            + " A row with `version` changes the agreement of its `reference`:"
                            + " another title renames it, another text, date or party drafts its"
                            + " next version. A row that says what is on record changes nothing;"
                            + " one that says otherwise how the agreement stands is refused."
                            + " With dryRun nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToDraft.class),
                        examples = @ExampleObject(name = "One", ref = "agreement")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two", ref = "agreements-csv"))
            })
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such place or body")
    @APIResponse(responseCode = "409", description = "AGREEMENT_REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "EXPIRES_BEFORE_IT_BEGINS, NO_FULL_PARTY, PARTY_NAMED_TWICE,"
                            + " UNKNOWN_ORGANISATION, IN_THE_FUTURE, PERSONAL_DATA; ROWS_REFUSED:"
                            + " each by its line")
    public Response draft(@NotNull @Valid ToDraft request) {
        var agreement = draftAgreement.handle(request.heading(), request.first.draft());
        return answer(
                Response.created(URI.create("/api/governance/v1/agreements/" + agreement.id)),
                now(agreement));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of agreements")
    public Response importCsv(
            String csv, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return Response.ok(importAgreements.handle(csv, dryRun)).build();
    }

    @POST
    @Path("/{agreement}/versions")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Draft the next version of an agreement",
            description =
                    "Another text, date or party is another version. While the one before is not"
                            + " ratified it gives way at once and its signatures are void; they"
                            + " stay on record. A ratified one stands until the next is in force.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Next", ref = "agreement-version")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "VERSION_UNCHANGED")
    @APIResponse(
            responseCode = "422",
            description =
                    "EXPIRES_BEFORE_IT_BEGINS, NO_FULL_PARTY, PARTY_NAMED_TWICE,"
                            + " UNKNOWN_ORGANISATION, STEP_OUT_OF_ORDER, IN_THE_FUTURE,"
                            + " PERSONAL_DATA")
    public Response draftNext(
            @PathParam("agreement") String agreement,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid VersionToDraft request) {
        return answer(Response.ok(), now(draftAgreement.next(agreement, ifMatch, request.draft())));
    }

    private AgreementView now(Agreement agreement) {
        return show.on(agreement, recorder.today()).orElseThrow();
    }

    static Response answer(Response.ResponseBuilder builder, AgreementView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }
}
