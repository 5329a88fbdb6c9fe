package locality.governance.delegation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import locality.governance.authority.Answer;
import locality.governance.authority.Approval;
import locality.governance.authority.AsKnown;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.function.Functions;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who may decide, over HTTP.
@Path("/api/governance/v1/authority")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Authority", description = "Who may decide this, for this money, on this date")
class AuthorityResource {

    private final SchemeOfDelegation scheme;
    private final EarlierApprovals approvals;
    private final Functions functions;
    private final Recorder recorder;

    AuthorityResource(
            SchemeOfDelegation scheme,
            EarlierApprovals approvals,
            Functions functions,
            Recorder recorder) {
        this.scheme = scheme;
        this.approvals = approvals;
        this.functions = functions;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Ask who may decide a function, for this money, in this place, on this date",
            description =
                    "`holders` may decide, each with its chain of delegation; `lowest` is the one"
                            + " nearest the ground; `refused` says of every other body why not"
                            + " (NOT_CONSTITUTED, DISSOLVED, RESERVED, OUTSIDE_TOR, NO_CHAIN,"
                            + " SUBDELEGATION_BARRED, LIMIT_EXCEEDED, DELEGATION_EXPIRED,"
                            + " OWNER_NOT_COVERED), at which link and with which figures. When no"
                            + " one body is reached from every owner, `lowest` is null, each holder"
                            + " names the owners it may decide for, and `lowestByOwner` the one"
                            + " nearest the ground for each. Earlier approvals in effect of the"
                            + " same subject count with what is asked. `explanation` says it all"
                            + " in words.")
    @APIResponseSchema(Answer.class)
    @APIResponse(responseCode = "400", description = "MALFORMED")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a place of others")
    @APIResponse(responseCode = "422", description = "UNKNOWN_FUNCTION, SHARES_DIFFER")
    public Answer ask(
            @Parameter(example = "bcf-investment-wave-one") @QueryParam("function") @NotNull
                    String function,
            @Parameter(example = "E08000003") @QueryParam("place") @NotNull Locality place,
            @Parameter(description = "Whole-life value", example = "279100000")
                    @QueryParam("valuePence")
                    @DefaultValue("0")
                    @Min(0)
                    long valuePence,
            @Parameter(description = "Today when left out", example = "2014-05-14")
                    @QueryParam("on")
                    @Nullable LocalDate on,
            @Parameter(description = "The same as on") @QueryParam("effectiveAt")
                    @Nullable LocalDate effectiveAt,
            @Parameter(
                            description =
                                    "POOLED tests the whole value against every owner's chain,"
                                            + " ALIGNED each owner's share")
                    @QueryParam("basis")
                    @DefaultValue("POOLED")
                    Basis basis,
            @Parameter(
                            description =
                                    "Whose money it is, repeatable: an organisation's code and its"
                                            + " share in pence; of ALIGNED money every owner's"
                                            + " share or none: without shares each is tested"
                                            + " against the whole",
                            example = "00W:279100000")
                    @QueryParam("owner")
                    @NotEmpty
                    List<
                                    @Pattern(
                                            regexp = "[A-Z0-9]{3,9}(:\\d{1,18})?",
                                            message =
                                                    "must be an organisation's code and, if wanted,"
                                                            + " its share in pence, as in"
                                                            + " 00W:279100000")
                                    String>
                            owner,
            @Parameter(
                            description =
                                    "What is decided about, with `subject`: what was approved of it"
                                            + " before, in this place, counts together with this",
                            example = "commitment")
                    @QueryParam("subjectType")
                    @Nullable String subjectType,
            @Parameter(description = "Its id, as decisions on it name it") @QueryParam("subject")
                    @Nullable String subject,
            @Parameter(
                            description =
                                    "As it was known at this instant: what was recorded later is"
                                            + " left out. One beyond the end of the event log is"
                                            + " cut to it, and `knownAt` of the answer says so",
                            example = "2026-11-26T12:00:00Z")
                    @QueryParam("knownAt")
                    @Nullable Instant knownAt,
            @Parameter(description = "Whether the bodies that may not decide are wanted")
                    @QueryParam("refused")
                    @DefaultValue("true")
                    boolean refused) {
        recorder.requireReading(place, "place", place.code());
        functions.requireKnown(List.of(function));
        var asKnown = scheme.asKnown(knownAt);
        var day = recorder.day(on, effectiveAt);
        var question =
                question(
                        () ->
                                new Question(
                                        function,
                                        place,
                                        Pence.of(valuePence),
                                        day,
                                        basis,
                                        owner.stream().map(AuthorityResource::owner).toList(),
                                        earlier(place, subjectType, subject, day, asKnown)));
        return scheme.answer(question, asKnown, refused);
    }

    private List<Approval> earlier(
            Locality place,
            @Nullable String subjectType,
            @Nullable String subject,
            LocalDate on,
            AsKnown asKnown) {
        if (subjectType == null && subject == null) {
            return List.of();
        }
        if (subjectType == null || subject == null) {
            throw new Malformed("subjectType and subject are given together");
        }
        return approvals.of(place, subjectType, subject, on, asKnown.instant());
    }

    private static Question question(Supplier<Question> asked) {
        try {
            var question = asked.get();
            if (!question.basis().accountsFor(question.value(), question.owners())) {
                throw new AuthorityRefusal.SharesDiffer(question.value(), question.owners());
            }
            return question;
        } catch (IllegalArgumentException told) {
            throw new Malformed(String.valueOf(told.getMessage()));
        }
    }

    private static Owner owner(String text) {
        var parts = text.split(":", 2);
        return new Owner(parts[0], parts.length == 1 ? null : Pence.of(Long.parseLong(parts[1])));
    }
}
