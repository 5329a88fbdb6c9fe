package locality.platform;

import locality.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thePlatformKeepsToTheFloorPlanThatItSetsTheServices() {
        ArchitectureRules.checkPlatform();
    }
}
