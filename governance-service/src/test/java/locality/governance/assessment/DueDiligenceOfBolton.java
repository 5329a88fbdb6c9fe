package locality.governance.assessment;

import locality.governance.story.Caller;
import locality.platform.place.Locality;
import org.junit.jupiter.api.BeforeEach;

/// Tests that begin with due diligence planned in Bolton.
abstract class DueDiligenceOfBolton {

    final Caller bolton = Caller.secretaryOf(Locality.BOLTON);
    String framework;
    String assessment;
    String path;

    @BeforeEach
    void thereIsDueDiligenceOfBolton() {
        var planned = Assessed.dueDiligenceOf(bolton, "E08000001");
        framework = planned.framework();
        assessment = planned.assessment();
        path = planned.path();
    }
}
