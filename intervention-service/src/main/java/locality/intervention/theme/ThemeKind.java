package locality.intervention.theme;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The levels of a plan, the widest first. A theme lies under a wider one, never under its like.
@Schema(name = "ThemeKind")
enum ThemeKind {
    PILLAR,
    THEME,
    PRIORITY,
    /// Carries the others (estates, workforce, information) and may lie under any of them.
    ENABLER;

    /// What it may lie under.
    Set<ThemeKind> parents() {
        return switch (this) {
            case PILLAR -> EnumSet.noneOf(ThemeKind.class);
            case THEME -> EnumSet.of(PILLAR);
            case PRIORITY -> EnumSet.of(PILLAR, THEME);
            case ENABLER -> EnumSet.of(PILLAR, THEME, PRIORITY);
        };
    }
}
