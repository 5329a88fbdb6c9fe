/// Drawings as SVG that stand inside a page: attributes alone, no style and no script.
@NullMarked
package locality.reporting.drawing;

import org.jspecify.annotations.NullMarked;
