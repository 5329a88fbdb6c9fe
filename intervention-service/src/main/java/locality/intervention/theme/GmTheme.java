package locality.intervention.theme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The five themes of Greater Manchester's own plan, *Taking Charge* (2015). What a locality does
/// is reported upwards under one of them.
@Schema(name = "GmTheme")
public enum GmTheme {
    POPULATION_HEALTH("Radical upgrade in population health and prevention"),
    COMMUNITY_BASED_CARE("Transforming community based care & support"),
    ACUTE_AND_SPECIALIST("Standardising acute and specialist services to the best evidence"),
    BACK_OFFICE("Standardising back office and support functions"),
    ENABLING_BETTER_CARE("Enabling better care");

    private final String title;

    GmTheme(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
