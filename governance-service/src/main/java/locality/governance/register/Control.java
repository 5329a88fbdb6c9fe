package locality.governance.register;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What keeps something from happening, or from being as bad.
///
/// @param post who sees to it: a post, never a person
/// @param effective whether it works; null while nobody tested it
@Schema(name = "RegisterControl")
record Control(@NotBlank String text, @Nullable String post, @Nullable Boolean effective) {}
