package locality.intervention;

import locality.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsToTheFloorPlan() {
        ArchitectureRules.check("locality.intervention");
    }
}
