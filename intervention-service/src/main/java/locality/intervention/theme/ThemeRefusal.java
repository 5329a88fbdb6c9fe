package locality.intervention.theme;

import locality.platform.refusal.Refusal;

/// Everything a theme may be refused for.
public abstract sealed class ThemeRefusal extends Refusal {

    private ThemeRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends ThemeRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is a theme %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class WrongParent extends ThemeRefusal {
        WrongParent(ThemeKind kind, Theme parent) {
            super(
                    Kind.RULE_BROKEN,
                    "WRONG_PARENT",
                    "A %s lies under %s, not under the %s %s"
                            .formatted(kind, kind.parents(), parent.kind, parent.reference));
            operand("kind", kind);
            operand("parent", parent.reference);
            operand("parentKind", parent.kind);
        }
    }

    static final class Retired extends ThemeRefusal {
        Retired(Theme theme) {
            super(
                    Kind.CONFLICT,
                    "THEME_RETIRED",
                    "%s is retired and takes nothing new".formatted(theme.reference));
            operand("theme", theme.reference);
        }
    }

    /// A theme of another locality cannot hold what is done here; one of Greater Manchester can.
    static final class ElsewhereOnly extends ThemeRefusal {
        ElsewhereOnly(Theme theme, Object locality) {
            super(
                    Kind.RULE_BROKEN,
                    "THEME_OF_ANOTHER_PLACE",
                    "%s is a theme of %s, not of %s"
                            .formatted(theme.reference, theme.locality, locality));
            operand("theme", theme.reference);
            operand("locality", locality);
        }
    }
}
