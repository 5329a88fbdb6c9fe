package locality.reporting;

import locality.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheFloorPlan() {
        ArchitectureRules.check("locality.reporting");
    }
}
