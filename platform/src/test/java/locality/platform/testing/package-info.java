/// What every module's tests stand on: one real PostgreSQL, one real Kafka broker, one issuer.
@NullMarked
package locality.platform.testing;

import org.jspecify.annotations.NullMarked;
