package locality.governance.forwardplan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The forward plans of all bodies.
@ApplicationScoped
class ForwardPlanEntries implements PanacheRepositoryBase<ForwardPlanEntry, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param from the first day of interest
    /// @param to the last
    record Wanted(
            @Nullable UUID body,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean key,
            @Nullable ForwardPlanState state) {}

    /// @throws NotFound if there is none
    ForwardPlanEntry require(String idOrReference) {
        return lookUp(idOrReference)
                .orElseThrow(() -> new NotFound("forward plan entry", idOrReference));
    }

    Optional<ForwardPlanEntry> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// By the day they are expected, then by reference.
    ///
    /// @param after the last one of the page before
    List<ForwardPlanEntry> inPlaces(
            Set<Locality> places, Wanted wanted, @Nullable Cursor after, int limit) {
        var asked =
                new Conditions("locality in :places")
                        .with("places", places)
                        .and("bodyId = :body", "body", wanted.body)
                        .and("expected.expectedOn >= :from", "from", wanted.from)
                        .and("expected.expectedFrom <= :to", "to", wanted.to)
                        .and("state = :state", "state", wanted.state);
        if (wanted.key != null) {
            asked.and(wanted.key ? "keyBecause is not null" : "keyBecause is null");
        }
        if (after != null) {
            asked.and(AFTER).with("day", after.expectedOn).with("reference", after.reference);
        }
        return find(asked.orderedBy("expected.expectedOn, reference"), asked.values())
                .range(0, limit)
                .list();
    }

    /// Where a page ends: `2015-03-11/MCR-HWBB-FP-1`.
    record Cursor(LocalDate expectedOn, String reference) {

        static String of(ForwardPlanEntry entry) {
            return entry.expected.expectedOn() + "/" + entry.reference;
        }

        /// @throws Malformed if it is none
        static @Nullable Cursor parse(String text) {
            if (text.isEmpty()) {
                return null;
            }
            var parts = text.split("/", 2);
            try {
                return new Cursor(LocalDate.parse(parts[0]), parts[1]);
            } catch (DateTimeParseException | ArrayIndexOutOfBoundsException none) {
                throw new Malformed("after: give what a page gave as next");
            }
        }
    }

    private static final String AFTER =
            "(expected.expectedOn > :day or expected.expectedOn = :day and reference > :reference)";
}
