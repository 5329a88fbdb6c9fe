package locality.governance.agreement;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A party that has not given all that a version takes of it.
///
/// @param unsigned the posts that are to sign and have not; empty when any post may
/// @param signedVersion the latest other version that it signed, null when it signed none: that
///   signature is void here
@Schema(name = "OutstandingParty")
record Outstanding(
        String organisation,
        Capacity capacity,
        Set<Lack> lacks,
        List<String> unsigned,
        @Nullable Integer signedVersion) {

    boolean lacks(Lack lack) {
        return lacks.contains(lack);
    }
}
