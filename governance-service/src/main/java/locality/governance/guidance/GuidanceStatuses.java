package locality.governance.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/// What has become of awaited guidance, for those who wait for it.
@ApplicationScoped
public class GuidanceStatuses {

    private final Guidance guidance;

    GuidanceStatuses(Guidance guidance) {
        this.guidance = guidance;
    }

    /// @throws locality.platform.refusal.NotFound if there is none
    public void requireThere(String idOrReference) {
        guidance.require(idOrReference);
    }

    /// What is said of it by a day, as in `AWAITED`; more than one where sources contradict each
    /// other, none while nothing was said.
    public List<String> on(String idOrReference, LocalDate day) {
        return guidance.require(idOrReference).statusOn(day).stream()
                .map(Enum::name)
                .sorted()
                .toList();
    }
}
