package locality.budget.partnership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a signed version of an agreement holds: from the day it is meant to, else from the day it
/// was signed, to its last day or the day before it was ended, whichever is first. Its text is
/// settled once it is signed, so nothing told later moves its beginning.
///
/// @param signedOn by when every party had signed and decided; a day before it is retrospective
/// @param beginsOn the first day it holds
/// @param endsOn the last day it holds, null without an end
record VersionLife(
        int version, LocalDate signedOn, LocalDate beginsOn, @Nullable LocalDate endsOn) {

    /// @param told all that was told of this version, in order
    /// @return nothing while it is not signed
    static Stream<VersionLife> of(List<VersionTold> told) {
        return told.stream()
                .filter(VersionTold::tellsSigned)
                .limit(1)
                .map(
                        signed ->
                                new VersionLife(
                                        signed.version,
                                        signed.effectiveOn,
                                        signed.beginsOn == null
                                                ? signed.effectiveOn
                                                : signed.beginsOn,
                                        lastDay(signed, told)));
    }

    private static @Nullable LocalDate lastDay(VersionTold signed, List<VersionTold> told) {
        var ended =
                told.stream()
                        .filter(VersionTold::tellsOver)
                        .map(over -> over.effectiveOn.minusDays(1));
        return Stream.concat(Stream.ofNullable(signed.endsOn), ended)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(beginsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    Standing on(LocalDate day) {
        return new Standing(version, beginsOn, endsOn, signedOn, day.isBefore(signedOn));
    }
}
