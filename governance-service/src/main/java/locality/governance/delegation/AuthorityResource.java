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
import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Answer;
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
    private final Functions functions;
    private final Recorder recorder;

    AuthorityResource(SchemeOfDelegation scheme, Functions functions, Recorder recorder) {
        this.scheme = scheme;
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
                            + " OWNER_NOT_COVERED) and at which link. When no one body is reached"
                            + " from every owner, `lowest` is null and each holder names the owners"
                            + " it may decide for.")
    @APIResponseSchema(Answer.class)
    @APIResponse(responseCode = "400", description = "MALFORMED")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a place of others")
    @APIResponse(responseCode = "422", description = "UNKNOWN_FUNCTION")
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
                                            + " share in pence; of ALIGNED money an owner whose"
                                            + " share is left out is tested against the whole",
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
                            owner) {
        recorder.requireReading(place, "place", place.code());
        functions.requireKnown(List.of(function));
        try {
            var question =
                    new Question(
                            function,
                            place,
                            Pence.of(valuePence),
                            recorder.day(on, effectiveAt),
                            basis,
                            owner.stream().map(AuthorityResource::owner).toList());
            return scheme.authority(question).answer();
        } catch (IllegalArgumentException told) {
            throw new Malformed(String.valueOf(told.getMessage()));
        }
    }

    private static Owner owner(String text) {
        var parts = text.split(":", 2);
        return new Owner(parts[0], parts.length == 1 ? null : Pence.of(Long.parseLong(parts[1])));
    }
}
