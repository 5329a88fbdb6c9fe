package locality.reporting.indicator;

import java.util.UUID;

/// An indicator whose figures, as they were told, no chart can hold. The others are shown all the
/// same.
///
/// @param why what is wrong with it, for a person
public record Undrawn(
        UUID id,
        String reference,
        String name,
        String source,
        String publicationSchedule,
        String why)
        implements Readings.Attempt {

    public boolean is(String idOrReference) {
        return reference.equals(idOrReference) || id.toString().equals(idOrReference);
    }
}
