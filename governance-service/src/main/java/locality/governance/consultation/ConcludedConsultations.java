package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import locality.platform.place.Locality;

/// Whether something was consulted on, for features that wait for it.
@ApplicationScoped
public class ConcludedConsultations {

    private final Consultations consultations;

    ConcludedConsultations(Consultations consultations) {
        this.consultations = consultations;
    }

    /// Whether a consultation of the place on it was concluded by a day, and none of the place on
    /// it goes on. What another place asks its own people holds nobody up and stands for nobody.
    ///
    /// @param type as in `AGREEMENT`
    /// @param since the day there was what is to be decided: what was concluded before was on
    ///   something else
    public boolean concluded(
            String type, String reference, Locality place, LocalDate since, LocalDate by) {
        var stages =
                consultations
                        .find(
                                "about.type = ?1 and about.reference = ?2 and locality = ?3",
                                Subject.About.valueOf(type),
                                reference,
                                place)
                        .stream()
                        .filter(one -> one.countsOn(by, since))
                        .flatMap(one -> one.on(by).stream())
                        .map(StageStep::stage)
                        .toList();
        return !stages.isEmpty() && stages.stream().allMatch(Stage.CONCLUDED::equals);
    }
}
