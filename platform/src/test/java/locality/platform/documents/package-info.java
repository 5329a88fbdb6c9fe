/// The project's documents, held against what they speak of.
@NullMarked
package locality.platform.documents;

import org.jspecify.annotations.NullMarked;
