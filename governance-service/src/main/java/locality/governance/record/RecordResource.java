package locality.governance.record;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import locality.platform.http.Spreadsheet;
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

/// The record of a meeting in one document, and attendance as a spreadsheet, over HTTP.
@Path("/api/governance/v1/meetings/{meeting}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Record", description = "A whole meeting recorded in one document, or tried out")
class RecordResource {

    private final Meetings meetings;
    private final ShowRecord showRecord;
    private final RecordMeeting recordMeeting;
    private final Recorder recorder;

    RecordResource(
            Meetings meetings,
            ShowRecord showRecord,
            RecordMeeting recordMeeting,
            Recorder recorder) {
        this.meetings = meetings;
        this.showRecord = showRecord;
        this.recordMeeting = recordMeeting;
        this.recorder = recorder;
    }

    @GET
    @Path("/record")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show the record of a meeting as the document that writes it",
            description =
                    "Every seat and every item, with what is on record: a template to fill in and"
                            + " send back. Sent back as it is, it changes nothing.")
    @APIResponseSchema(RecordDocument.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-HWBB-2014-05-14") @PathParam("meeting")
                    String idOrReference) {
        var meeting = require(idOrReference);
        return Response.ok(showRecord.of(meeting)).header(HttpHeaders.ETAG, meeting.tag()).build();
    }

    @POST
    @Path("/record")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record a meeting in one document, or try it out",
            description =
                    "Opens a noticed meeting, writes attendance, interests, votes, outcomes, notes"
                        + " and actions in that order, and adjourns or closes it if told to: what"
                        + " the calls one by one would do, all or nothing. What is left out changes"
                        + " nothing; what is on record already is not written again, so that the"
                        + " same document a second time answers `changed: false`. With dryRun the"
                        + " answer is the same and nothing is kept. Everything at fault is told at"
                        + " once, by its JSON pointer, with the code that the call for that part"
                        + " alone answers.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "A meeting", ref = "record"),
                                @ExampleObject(name = "Adjourned", ref = "record-adjourned")
                            }))
    @APIResponseSchema(Recorded.class)
    @APIResponse(
            responseCode = "409",
            description = "MEETING_ADJOURNED: reconvene it, then record the next sitting")
    @APIResponse(
            responseCode = "422",
            description =
                    "RECORD_REFUSED: `errors` has pointer, code and detail of everything at fault;"
                            + " besides the codes of the single calls ITEM_UNNAMED,"
                            + " ITEM_NAMED_TWICE, ANOTHER_TITLE, ACTION_DIFFERS,"
                            + " ADJOURNED_AND_CLOSED")
    public Response record(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid RecordDocument document) {
        return Response.ok(recordMeeting.handle(meeting, ifMatch, document, dryRun)).build();
    }

    @GET
    @Path("/attendance")
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Export attendance as CSV, every seat with its stretches",
            description =
                    "Columns seat,post,present,substitute,arrivedAt,leftAt,sitting,version: the"
                        + " number of the sitting once there was one, the version of the meeting."
                        + " Filled in, it is sent back to the same address, where If-Match and"
                        + " `dryRun` do what they do with the record; a line that says nothing of"
                        + " its seat changes nothing, `present` no says nobody sat there. A sheet"
                        + " of another version is refused as STALE.")
    @APIResponse(
            responseCode = "200",
            description = "A line for every stretch, and one for every seat that nobody took",
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "Two", ref = "attendance-csv")))
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response attendance(@PathParam("meeting") String idOrReference) {
        var meeting = require(idOrReference);
        return Response.ok(
                        AttendanceSheet.write(
                                showRecord.attendance(meeting), meeting.tag().version()),
                        Spreadsheet.CSV + "; charset=utf-8")
                .header(HttpHeaders.ETAG, meeting.tag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-attendance.csv\"".formatted(meeting.reference()))
                .build();
    }

    @POST
    @Path("/attendance")
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Write down attendance from a spreadsheet")
    public Response attend(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            String csv) {
        var sheet = AttendanceSheet.read(csv);
        require(meeting).requireUnchanged(ifMatch);
        return Response.ok(
                        recordMeeting.handle(
                                meeting,
                                sheet.version() == null ? ifMatch : sheet.version().toString(),
                                new RecordDocument(sheet.seats(), null, null, null),
                                dryRun))
                .build();
    }

    private Meeting require(String idOrReference) {
        var meeting = meetings.require(idOrReference);
        recorder.requireReading(meeting.locality(), "meeting", idOrReference);
        return meeting;
    }
}
