package locality.governance.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What parties have yet to give, over HTTP.
@Path("/api/governance/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Agreements")
class UnsignedPartyResource {

    private final Agreements agreements;
    private final ShowAgreement show;
    private final SeatsAndSignatories seats;
    private final Recorder recorder;

    UnsignedPartyResource(
            Agreements agreements,
            ShowAgreement show,
            SeatsAndSignatories seats,
            Recorder recorder) {
        this.agreements = agreements;
        this.show = show;
        this.seats = seats;
        this.recorder = recorder;
    }

    @GET
    @Path("/unsigned-parties")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List who has yet to review, ratify or sign, or export it as CSV",
            description =
                    "Of the latest version of each agreement, by party, while it is not ratified."
                            + " A signature under another version counts for nothing here; which"
                            + " that was is said.")
    public Page<UnsignedParty> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "An organisation, by code") @QueryParam("party")
                    @Nullable String party,
            @QueryParam("lacks") @Nullable Lack lack,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows =
                show
                        .unsigned(
                                recorder.shown(locality),
                                party,
                                lack,
                                recorder.day(on, effectiveAt))
                        .stream()
                        .filter(row -> row.cursor().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(rows, limit, UnsignedParty::cursor);
    }

    @GET
    @Path("/unsigned-parties")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List who has yet to review, ratify or sign, or export it as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("party") @Nullable String party,
            @QueryParam("lacks") @Nullable Lack lack,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var rows =
                show.unsigned(recorder.shown(locality), party, lack, recorder.day(on, effectiveAt));
        return Spreadsheet.named("unsigned-parties", UnsignedParty.csv(rows));
    }

    @GET
    @Path("/{agreement}/seats")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Compare who signs an agreement with who sits in the board it sets up",
            description = "On a day, for the latest version there was by then.")
    @APIResponseSchema(SeatsAndSignatories.View.class)
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such agreement, or it sets up no board")
    public SeatsAndSignatories.View seats(
            @PathParam("agreement") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var agreement = agreements.require(idOrReference);
        recorder.requireReading(agreement.locality, "agreement", idOrReference);
        return seats.on(agreement, recorder.day(on, effectiveAt));
    }
}
