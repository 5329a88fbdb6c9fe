package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/// What an agreement says about its own making and ending, for all its versions.
///
/// @param associatesRatify whether ASSOCIATE parties must ratify it too
/// @param partiesReview whether each party reviews a version on its own before it is put for
///   ratification
/// @param consultationRequired whether a consultation on it must be concluded before that
/// @param noticeDays of notice with which any party may end it, null where it has no termination
///   clause
@Embeddable
record AgreementTerms(
        @Enumerated(EnumType.STRING) RatifiedBy ratifiedBy,
        boolean associatesRatify,
        boolean partiesReview,
        boolean consultationRequired,
        @Nullable Integer noticeDays) {

    boolean takes(Party party) {
        return party.capacity() == Capacity.FULL || associatesRatify;
    }
}
