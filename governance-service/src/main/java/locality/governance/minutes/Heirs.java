package locality.governance.minutes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.body.BodyTree;

/// Which bodies took over from which.
@ApplicationScoped
class Heirs {

    private final BodyTree tree;

    Heirs(BodyTree tree) {
        this.tree = tree;
    }

    /// Whether a body is another, or had taken over from it by a day, directly or through others.
    boolean isOf(UUID body, UUID predecessor, LocalDate on) {
        return body.equals(predecessor) || tree.succeeds(body, predecessor, on);
    }
}
