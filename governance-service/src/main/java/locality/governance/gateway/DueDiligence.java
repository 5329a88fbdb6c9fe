package locality.governance.gateway;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.place.Locality;

/// What a gateway must know of the assessment that is its due diligence.
public interface DueDiligence {

    /// How an assessment stands.
    ///
    /// @param open what is not rated yet, or of which the rating is not agreed
    /// @param red what is rated Red
    record Standing(UUID id, String reference, List<Criterion> open, List<Criterion> red) {

        public Standing {
            open = List.copyOf(open);
            red = List.copyOf(red);
        }
    }

    /// @param code by which a condition says that it covers it
    record Criterion(String code, String title) {

        /// As in `3.7 Capital costs`.
        @Override
        public String toString() {
            return code + " " + title;
        }
    }

    /// Empty when the place has no such assessment.
    ///
    /// @param idOrReference either
    Optional<Standing> find(String idOrReference, Locality place);
}
