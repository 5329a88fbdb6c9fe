package locality.reporting;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OpenApiContract;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OpenApiContractTest {

    @Test
    void theCommittedDocumentIsTheOneServed() {
        OpenApiContract.check("reporting");
    }
}
