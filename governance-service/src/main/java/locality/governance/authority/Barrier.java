package locality.governance.authority;

import java.time.LocalDate;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One reason why a body may not decide.
///
/// @param link where the chain fails: a delegation's reference, or an owner's code; null when the
///   reason lies in the body itself
/// @param owner on whose chain, null when it is on nobody's alone
/// @param limitPence the limit that is exceeded, less what other subjects used of an annual one
/// @param valuePence what was tested against that limit: what is asked, and what was approved of
///   the subject before
/// @param lastDay of the delegation that has ended
@Schema(name = "AuthorityBarrier")
public record Barrier(
        AuthorityCode code,
        @Nullable String link,
        @Nullable String owner,
        @Nullable Pence limitPence,
        @Nullable Pence valuePence,
        @Nullable LocalDate lastDay) {

    public Barrier(AuthorityCode code, @Nullable String link) {
        this(code, link, null, null, null, null);
    }

    static Barrier on(Owner owner, AuthorityCode code, @Nullable String link) {
        return new Barrier(code, link, owner.organisation(), null, null, null);
    }

    static Barrier notCovered(Owner owner) {
        return on(owner, AuthorityCode.OWNER_NOT_COVERED, owner.organisation());
    }

    static Barrier exceeded(Owner owner, Grant narrowest, Pence tested) {
        return new Barrier(
                AuthorityCode.LIMIT_EXCEEDED,
                narrowest.reference(),
                owner.organisation(),
                narrowest.limit(),
                tested,
                null);
    }

    static Barrier ended(Owner owner, Grant ended) {
        return new Barrier(
                AuthorityCode.DELEGATION_EXPIRED,
                ended.reference(),
                owner.organisation(),
                null,
                null,
                ended.until());
    }
}
