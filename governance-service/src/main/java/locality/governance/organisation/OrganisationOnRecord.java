package locality.governance.organisation;

import java.util.List;
import java.util.Optional;
import locality.governance.period.Period;
import locality.platform.place.Locality;

/// An organisation as the rest of the service sees it.
///
/// @param name its latest
/// @param days the days its code holds
/// @param successors the codes of those who take over from it, in their order
public record OrganisationOnRecord(
        String code, String name, Locality locality, Period days, List<String> successors) {

    /// Who takes over, when there is exactly one.
    public Optional<String> onlySuccessor() {
        return successors.size() == 1 ? Optional.of(successors.getFirst()) : Optional.empty();
    }
}
