package locality.governance.principle;

import java.time.LocalDate;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A principle as it is agreed.
///
/// @param register what the principles are for, as in `DESIGN`
/// @param from the first day it holds
/// @param endsOn the last day it holds, null without an end
record PrincipleText(
        String register,
        String text,
        Locality locality,
        LocalDate from,
        @Nullable LocalDate endsOn) {

    /// How the name of a register is spelled.
    static final String REGISTER = "[A-Z][A-Z_]{1,39}";
}
