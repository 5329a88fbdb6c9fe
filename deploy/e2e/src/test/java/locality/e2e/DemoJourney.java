package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Looks at what the demo shows. One suite is brought up and loaded for the first class that asks,
/// serves all of them, and is taken down at the end of the run. What a class records there the
/// others must not mind.
@ExtendWith(DemoJourney.OneForAll.class)
abstract class DemoJourney {

    /// The order of such a class, after those that bring up suites of their own: so no two suites
    /// are up at once.
    static final int LAST = Integer.MAX_VALUE;

    static RunningSuite suite;
    static Secretary manchester;
    static Secretary rochdale;
    static Secretary bury;
    static Secretary oldham;
    static Secretary greaterManchester;

    @BeforeAll
    static void theDemoIsLoaded(RunningSuite loaded) {
        suite = loaded;
        manchester = Secretary.of(suite, "E08000003");
        rochdale = Secretary.of(suite, "E08000005");
        bury = Secretary.of(suite, "E08000002");
        oldham = Secretary.of(suite, "E08000004");
        greaterManchester = Secretary.of(suite, "E47000001");
    }

    /// Hands out the one suite; the run closes it as it ends.
    static final class OneForAll implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSuite.class;
        }

        @Override
        public RunningSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningSuite.class, _ -> loaded(), RunningSuite.class);
        }

        private static RunningSuite loaded() {
            try {
                var suite = new RunningSuite();
                var loading = suite.loadDemo();
                assertThat(loading.waitFor(5, TimeUnit.MINUTES)).isTrue();
                assertThat(loading.exitValue())
                        .as("target/suite/demo.log says what failed")
                        .isZero();
                return suite;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
        }
    }
}
