package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/// Whether something was consulted on, for features that wait for it.
@ApplicationScoped
public class ConcludedConsultations {

    private final Consultations consultations;

    ConcludedConsultations(Consultations consultations) {
        this.consultations = consultations;
    }

    /// Whether a consultation on it was concluded by a day, and none on it goes on.
    ///
    /// @param type as in `AGREEMENT`
    public boolean concluded(String type, String reference, LocalDate by) {
        var stages =
                consultations
                        .find(
                                "about.type = ?1 and about.reference = ?2",
                                Subject.About.valueOf(type),
                                reference)
                        .stream()
                        .flatMap(one -> one.on(by).stream())
                        .map(StageStep::stage)
                        .toList();
        return !stages.isEmpty() && stages.stream().allMatch(Stage.CONCLUDED::equals);
    }
}
