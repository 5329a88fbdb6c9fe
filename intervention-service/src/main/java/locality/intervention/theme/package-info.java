/// What the plan is about: pillars, themes, priorities and enablers, each under one of Greater
/// Manchester's five themes.
@NullMarked
package locality.intervention.theme;

import org.jspecify.annotations.NullMarked;
