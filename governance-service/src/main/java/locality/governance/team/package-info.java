/// Teams: where they belong and which functions of the register they do, on any date.
@NullMarked
package locality.governance.team;

import org.jspecify.annotations.NullMarked;
