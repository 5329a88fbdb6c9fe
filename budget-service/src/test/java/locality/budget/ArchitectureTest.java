package locality.budget;

import locality.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsToTheFloorPlan() {
        ArchitectureRules.check("locality.budget");
    }
}
