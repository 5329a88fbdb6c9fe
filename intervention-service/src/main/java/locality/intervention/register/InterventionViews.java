package locality.intervention.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import locality.intervention.funding.Funding;
import locality.intervention.theme.Themes;

/// Puts interventions together with the names of their themes and the money they were given.
@ApplicationScoped
class InterventionViews {

    private final Themes themes;
    private final Funding funding;

    InterventionViews(Themes themes, Funding funding) {
        this.themes = themes;
        this.funding = funding;
    }

    InterventionView of(Intervention intervention) {
        return of(List.of(intervention)).getFirst();
    }

    List<InterventionView> of(List<Intervention> interventions) {
        var grants = funding.of(interventions.stream().map(it -> it.id).toList());
        var named =
                themes.byId(
                        interventions.stream()
                                .flatMap(it -> it.themes.stream())
                                .collect(Collectors.toSet()));
        return interventions.stream()
                .map(
                        it ->
                                InterventionView.of(
                                        it,
                                        it.themes.stream()
                                                .sorted()
                                                .map(named::get)
                                                .filter(Objects::nonNull)
                                                .toList(),
                                        grants.getOrDefault(it.id, List.of())))
                .toList();
    }
}
