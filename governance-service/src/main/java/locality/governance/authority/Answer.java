package locality.governance.authority;

import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who may decide, who may not and why, and the whole of it in words.
///
/// @param holders bodies that may decide; when no one body is reached from every owner, those that
///   may decide for the owners they name
/// @param officers organisations whose officers may decide, under a delegation to them
/// @param lowest the holder nearest the ground, null when no one body may decide alone
/// @param refused every other body, with the first reason
@Schema(name = "AuthorityAnswer")
public record Answer(
        List<Held> holders,
        List<Held> officers,
        @Nullable UUID lowest,
        List<Refused> refused,
        String explanation) {

    /// @param bodyId null for officers; their organisation's code is then `reference`
    /// @param capPence the lowest limit on its chains, null when there is none
    @Schema(name = "AuthorityHolder")
    public record Held(
            @Nullable UUID bodyId,
            String reference,
            String name,
            @Nullable Pence capPence,
            List<String> owners,
            List<Finding.Link> chain) {}

    /// @param link where its chain fails: a delegation's reference or an owner's code
    @Schema(name = "AuthorityRefusal")
    public record Refused(
            UUID bodyId,
            String reference,
            String name,
            AuthorityCode code,
            @Nullable String link) {}
}
