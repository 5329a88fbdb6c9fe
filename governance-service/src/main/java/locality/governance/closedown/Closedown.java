package locality.governance.closedown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import locality.governance.organisation.OrganisationOnRecord;

/// Everything that is still open of an organisation, whoever keeps it.
@ApplicationScoped
class Closedown {

    private final Instance<OpenMatters> sources;

    Closedown(@Any Instance<OpenMatters> sources) {
        this.sources = sources;
    }

    /// In the order in which it is cleared, a top body first.
    List<OpenItem> open(OrganisationOnRecord organisation, LocalDate on) {
        return sources.stream()
                .flatMap(source -> source.of(organisation, on).stream())
                .sorted(Comparator.comparing(OpenItem::kind))
                .toList();
    }
}
