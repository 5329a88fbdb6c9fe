package locality.governance.meeting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import locality.governance.voting.Interest;

/// An interest a member declared on an item; see [Interest].
@Embeddable
record DeclaredInterest(
        int item, String seat, @Enumerated(EnumType.STRING) Interest.Effect effect, String nature) {

    Interest asInterest() {
        return new Interest(seat, effect, nature);
    }
}
