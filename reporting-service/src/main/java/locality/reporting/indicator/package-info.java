/// What is measured, read as a control chart and said in words.
@NullMarked
package locality.reporting.indicator;

import org.jspecify.annotations.NullMarked;
