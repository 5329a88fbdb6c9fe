/// A handful of journeys: all four services as processes of their own, real PostgreSQL, Kafka and
/// tokens, told as a partner organisation would live them.
@NullMarked
package locality.e2e;

import org.jspecify.annotations.NullMarked;
