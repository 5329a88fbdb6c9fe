package locality.governance.function;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import locality.governance.organisation.OrganisationKind;
import locality.platform.place.SpatialLevel;
import org.jspecify.annotations.Nullable;

/// What an allocation says of a function; null while it is not said.
///
/// @param reserved whether only the owners' top bodies may decide it
/// @param ownerKind the kind of organisation whose function it is
/// @param owner the organisation itself, by code
/// @param spatialLevel where it is decided
/// @param arrangement who does the work
/// @param wholeTimeEquivalents how many people's work it is, zero or more, to the hundredth
/// @param direction where it is to go, in the words of its source
@Embeddable
record AllocationTerms(
        boolean reserved,
        @Enumerated(EnumType.STRING) @Nullable OrganisationKind ownerKind,
        @Nullable String owner,
        @Enumerated(EnumType.STRING) @Nullable SpatialLevel spatialLevel,
        @Enumerated(EnumType.STRING) @Nullable DeliveredBy arrangement,
        @Nullable BigDecimal wholeTimeEquivalents,
        @Nullable String direction) {

    private static final int HUNDREDTHS = 2;
    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    /// @throws FunctionRefusal if the whole-time equivalents are below zero, finer than hundredths
    ///   or more than anybody employs
    void requireSound() {
        if (wholeTimeEquivalents != null
                && (wholeTimeEquivalents.signum() < 0
                        || wholeTimeEquivalents.compareTo(MOST) > 0
                        || wholeTimeEquivalents.stripTrailingZeros().scale() > HUNDREDTHS)) {
            throw new FunctionRefusal.NoWholeTimeEquivalents(wholeTimeEquivalents);
        }
    }

    /// Whether both say a level, and not the same one.
    boolean isOfAnotherLevelThan(AllocationTerms other) {
        return spatialLevel != null
                && other.spatialLevel != null
                && spatialLevel != other.spatialLevel;
    }

    /// Whether it says the same, whatever the number of decimals.
    boolean says(AllocationTerms other) {
        return inHundredths().equals(other.inHundredths());
    }

    private AllocationTerms inHundredths() {
        return new AllocationTerms(
                reserved,
                ownerKind,
                owner,
                spatialLevel,
                arrangement,
                wholeTimeEquivalents == null ? null : wholeTimeEquivalents.stripTrailingZeros(),
                direction);
    }
}
