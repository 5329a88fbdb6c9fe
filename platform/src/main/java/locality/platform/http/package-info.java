/// The manners every REST interface shares: idempotency, entity tags, pages, CSV.
@NullMarked
package locality.platform.http;

import org.jspecify.annotations.NullMarked;
