package locality.intervention.theme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A retired theme keeps what lies under it and takes nothing new.
@Schema(name = "ThemeState")
enum ThemeState {
    ACTIVE,
    RETIRED
}
