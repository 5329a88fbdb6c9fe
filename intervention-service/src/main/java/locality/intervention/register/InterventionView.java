package locality.intervention.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.intervention.funding.Grant;
import locality.intervention.theme.GmTheme;
import locality.intervention.theme.Theme;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An intervention as it is answered.
@Schema(name = "Intervention")
record InterventionView(
        UUID id,
        String reference,
        String name,
        @Nullable String brief,
        @Schema(description = "A post, never a person") @Nullable String managerialLead,
        @Schema(description = "A post, never a person") @Nullable String clinicalLead,
        @Schema(description = "Whom it is for") @Nullable String cohort,
        @Nullable String provider,
        State state,
        @Schema(description = "Derived from the components") Mobilisation mobilised,
        int componentsLive,
        int componentCount,
        List<ComponentView> components,
        List<ThemeName> themes,
        @Schema(description = "The sum of the commitments opened for it") Pence fundedPence,
        List<GrantView> funding,
        @Schema(description = "The decision that its approval cites") @Nullable UUID decisionId,
        Locality locality,
        LocalDate effectiveOn,
        Provenance provenance,
        long version) {

    @Schema(name = "Component")
    record ComponentView(
            UUID id,
            String name,
            @Schema(description = "When it is meant to go live") @Nullable LocalDate goLiveOn,
            @Schema(description = "When it did") @Nullable LocalDate liveSince,
            int postsToRecruit,
            int postsRecruited,
            @Schema(description = "FULL when live with every post filled") Mobilisation mobilised) {

        static ComponentView of(Component component) {
            return new ComponentView(
                    component.componentId(),
                    component.name(),
                    component.goLiveOn(),
                    component.liveSince(),
                    component.postsToRecruit(),
                    component.postsRecruited(),
                    component.mobilised());
        }
    }

    @Schema(name = "ThemeName")
    record ThemeName(UUID id, String reference, String name, @Nullable GmTheme gmTheme) {

        static ThemeName of(Theme theme) {
            return new ThemeName(theme.id(), theme.reference(), theme.name(), theme.gmTheme());
        }
    }

    @Schema(name = "InterventionFunding")
    record GrantView(
            UUID commitmentId,
            String reference,
            Pence amountPence,
            @Nullable UUID decisionId,
            LocalDate effectiveOn) {

        static GrantView of(Grant grant) {
            return new GrantView(
                    grant.commitmentId(),
                    grant.reference(),
                    grant.amount(),
                    grant.decisionId(),
                    grant.effectiveOn());
        }
    }

    static InterventionView of(Intervention intervention, List<Theme> themes, List<Grant> grants) {
        return new InterventionView(
                intervention.id,
                intervention.reference,
                intervention.name,
                intervention.brief,
                intervention.managerialLead,
                intervention.clinicalLead,
                intervention.cohort,
                intervention.provider,
                intervention.state,
                intervention.mobilised(),
                intervention.componentsLive(),
                intervention.components.size(),
                intervention.components.stream().map(ComponentView::of).toList(),
                themes.stream().map(ThemeName::of).toList(),
                Pence.sum(grants.stream().map(Grant::amount).toList()),
                grants.stream().map(GrantView::of).toList(),
                intervention.decisionId,
                intervention.locality,
                intervention.effectiveOn,
                intervention.provenance,
                intervention.version);
    }
}
