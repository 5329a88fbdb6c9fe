package locality.intervention.register;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of an intervention that goes live and recruits on its own.
///
/// @param goLiveOn when it is meant to go live
/// @param liveSince when it did
/// @param postsToRecruit how many posts it needs, 0 or more
/// @param postsRecruited how many are filled
@Embeddable
record Component(
        UUID componentId,
        String name,
        @Nullable LocalDate goLiveOn,
        @Nullable LocalDate liveSince,
        int postsToRecruit,
        int postsRecruited) {

    Component {
        if (postsToRecruit < 0 || postsRecruited < 0) {
            throw new IllegalArgumentException("Posts are counted from 0");
        }
    }

    boolean isLive() {
        return liveSince != null;
    }

    /// FULL when live with every post filled, PARTIAL when live or some post is filled.
    Mobilisation mobilised() {
        if (isLive() && postsRecruited >= postsToRecruit) {
            return Mobilisation.FULL;
        }
        return isLive() || postsRecruited > 0 ? Mobilisation.PARTIAL : Mobilisation.NONE;
    }
}
