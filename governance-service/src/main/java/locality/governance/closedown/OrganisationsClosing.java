package locality.governance.closedown;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import locality.governance.organisation.OrganisationOnRecord;
import locality.governance.organisation.Organisations;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Organisations that soon close, or have closed, and still hold something in these places. One row
/// each: what a transfer moves is moved first, and then the row names one call after the other.
@ApplicationScoped
class OrganisationsClosing implements WorklistSource {

    private final WhatWaits whatWaits;
    private final Organisations organisations;
    private final Closedown closedown;

    OrganisationsClosing(WhatWaits whatWaits, Organisations organisations, Closedown closedown) {
        this.whatWaits = whatWaits;
        this.organisations = organisations;
        this.closedown = closedown;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits
                .read(CLOSING.formatted(DAYS_AHEAD), places, on, row -> row.getString("code"))
                .stream()
                .map(organisations::requireKnown)
                .flatMap(closing -> row(closing, places, on).stream())
                .toList();
    }

    private Optional<WorklistRow> row(
            OrganisationOnRecord closing, Set<Locality> places, LocalDate on) {
        var lastDay = closing.days().until();
        if (lastDay == null) {
            return Optional.empty();
        }
        var open =
                closedown.open(closing, lastDay.plusDays(1)).stream()
                        .filter(item -> places.contains(item.locality()))
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        WorklistRow.due(
                                WorklistKind.ORGANISATION_CLOSING,
                                closing.code(),
                                closing.name(),
                                lastDay,
                                on,
                                new WorklistRow.Place(closing.locality(), null, Roles.GOVERNANCE),
                                ("It closes on %s and %d matters of its are open"
                                                + " (GET /organisations/%s/closedown)")
                                        .formatted(lastDay, open.size(), closing.code()),
                                clearing(open)));
    }

    private static ClearingCall clearing(List<OpenItem> open) {
        var first =
                open.stream()
                        .filter(item -> item.byHand() == null)
                        .findFirst()
                        .orElse(open.getFirst());
        return first.clearedBy().asListed();
    }

    private static final String CLOSING =
            """
            select o.code
            from asked
            join organisation o on o.locality = any(asked.places)
             and o.ends_on <= asked.day + %d
            order by o.code
            """;
}
