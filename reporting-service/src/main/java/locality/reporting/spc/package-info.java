/// Statistical process control over a series of figures: XmR charts as NHS *Making Data Count*
/// draws them, the comparison with a year earlier, and the twelve-month trend.
@NullMarked
package locality.reporting.spc;

import org.jspecify.annotations.NullMarked;
