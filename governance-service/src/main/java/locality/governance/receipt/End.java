package locality.governance.receipt;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import locality.governance.delegation.LimitKind;
import locality.governance.period.Period;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One end of a delegation: what its giver or its receiver says of it.
///
/// @param delegation the giving end it is, or names; null when it names none
/// @param limit null for none
/// @param lastDay null while no end is known
record End(
        String reference,
        @Nullable UUID delegation,
        Party from,
        Party to,
        Set<String> functions,
        @Nullable Pence limit,
        LimitKind limitKind,
        Locality place,
        LocalDate effectiveOn,
        @Nullable LocalDate lastDay) {

    /// Who gives or receives.
    ///
    /// @param name a body's reference or an organisation's code
    /// @param body null for an organisation
    /// @param organisation the body's or itself, null for a body of several
    /// @param level how wide a body reaches, null for an organisation's officers
    record Party(
            String name,
            @Nullable UUID body,
            @Nullable String organisation,
            @Nullable String level) {

        /// Whether two ends may mean the same: the same body, or one of them the organisation of
        /// the other's body.
        boolean agreesWith(Party other) {
            return body != null && other.body != null
                    ? body.equals(other.body)
                    : organisation != null && organisation.equals(other.organisation);
        }
    }

    /// What the two ends say otherwise, each in its own words; null where it says nothing.
    ///
    /// @param field as it is called in a receipt
    @Schema(name = "DelegationDifference")
    record Difference(String field, @Nullable String given, @Nullable String received) {}

    /// Whether giver and receiver are of different organisations, or reach differently wide.
    boolean crosses() {
        return !Objects.equals(from.organisation, to.organisation)
                || from.level != null && to.level != null && !from.level.equals(to.level);
    }

    boolean inForceOn(LocalDate day) {
        return new Period(effectiveOn, lastDay).holdsOn(day);
    }

    /// Whether a receipt that names no delegation may be of this one.
    boolean mayBeReceivedAs(End received) {
        return from.agreesWith(received.from)
                && to.agreesWith(received.to)
                && place == received.place
                && functions.stream().anyMatch(received.functions::contains);
    }

    /// What this giving end and a receiving end say otherwise.
    List<Difference> differencesFrom(End received) {
        Map<String, Difference> all = new LinkedHashMap<>();
        if (!from.agreesWith(received.from)) {
            note(all, "from", from.name, received.from.name);
        }
        if (!to.agreesWith(received.to)) {
            note(all, "to", to.name, received.to.name);
        }
        note(all, "functions", listed(functions), listed(received.functions));
        note(all, "limitPence", limit, received.limit);
        note(all, "limitKind", limitKind, received.limitKind);
        note(all, "place", place, received.place);
        note(all, "effectiveOn", effectiveOn, received.effectiveOn);
        note(all, "expiresOn", lastDay, received.lastDay);
        return List.copyOf(all.values());
    }

    private static void note(
            Map<String, Difference> all,
            String field,
            @Nullable Object given,
            @Nullable Object received) {
        if (!Objects.equals(given, received)) {
            all.put(field, new Difference(field, text(given), text(received)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Pence pence
                ? String.valueOf(pence.value())
                : value == null ? null : value.toString();
    }

    private static String listed(Set<String> functions) {
        return String.join(";", new TreeSet<>(functions));
    }
}
