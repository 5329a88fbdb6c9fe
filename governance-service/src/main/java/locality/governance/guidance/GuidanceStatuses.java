package locality.governance.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.platform.identifier.Ids;

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

    /// What is said by a day of each that is asked for, as in `AWAITED`; more than one where
    /// sources contradict each other, none while nothing was said.
    ///
    /// @param idsOrReferences each of one there is
    public Map<String, List<String>> on(Set<String> idsOrReferences, LocalDate day) {
        var found = guidance.called(idsOrReferences);
        var statuses = new HashMap<String, List<String>>();
        for (var called : idsOrReferences) {
            found.stream()
                    .filter(one -> isCalled(one, called))
                    .findFirst()
                    .ifPresent(one -> statuses.put(called, statusesOf(one, day)));
        }
        return statuses;
    }

    private static boolean isCalled(AwaitedGuidance one, String idOrReference) {
        return one.reference.equals(idOrReference)
                || Ids.parse(idOrReference).filter(one.id::equals).isPresent();
    }

    private static List<String> statusesOf(AwaitedGuidance guidance, LocalDate day) {
        return guidance.statusOn(day).stream().map(Enum::name).sorted().toList();
    }
}
