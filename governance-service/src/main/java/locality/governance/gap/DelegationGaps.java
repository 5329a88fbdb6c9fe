package locality.governance.gap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.authority.Scheme;
import locality.governance.body.BodyOnDate;
import locality.governance.delegation.Powers;
import locality.governance.delegation.Powers.Power;
import locality.governance.function.Functions;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The functions that a body may decide and no body below it holds by delegation. Below it are
/// those accountable to it, directly or through others (Rochdale had yet "to resolve delegated
/// decision making below ICB": *Twelve Month Review*, 2.1.2). What a place reserves is no gap:
/// nobody below may hold it.
@ApplicationScoped
class DelegationGaps {

    private final Powers powers;
    private final Functions functions;
    private final Recorder recorder;
    private final AgroalDataSource database;

    DelegationGaps(
            Powers powers, Functions functions, Recorder recorder, AgroalDataSource database) {
        this.powers = powers;
        this.functions = functions;
        this.recorder = recorder;
        this.database = database;
    }

    /// @param below the bodies below, by reference, as far as the caller reads them
    /// @param held how many functions the body may decide that are not reserved
    /// @param gaps those of them that nobody below holds
    @Schema(name = "DelegationGapReport")
    record Report(
            String body,
            String name,
            LocalDate on,
            Locality place,
            List<String> below,
            int held,
            List<String> gaps,
            String inWords) {}

    private record Below(UUID id, String reference, Locality locality) {}

    Report below(BodyOnDate body, Locality place) {
        var below = accountableTo(body);
        var about = new LinkedHashSet<>(List.of(body.id()));
        below.forEach(one -> about.add(one.id));
        var reserved = reserved(place, body.on());
        var open =
                functions.codes().stream()
                        .filter(function -> !reserved.contains(function))
                        .toList();
        var held = new ArrayList<String>();
        var gaps = new ArrayList<String>();
        powers.held(open, place, body.on(), about)
                .forEach(
                        (function, holders) -> {
                            if (holders.stream().anyMatch(one -> one.body().equals(body.id()))) {
                                held.add(function);
                                if (!isHeldBelow(body, holders)) {
                                    gaps.add(function);
                                }
                            }
                        });
        var readable = recorder.shown(null);
        var names =
                below.stream()
                        .filter(one -> readable.contains(one.locality))
                        .map(Below::reference)
                        .toList();
        return new Report(
                body.reference(),
                body.name(),
                body.on(),
                place,
                names,
                held.size(),
                gaps,
                inWords(body, place, names, held.size(), gaps));
    }

    private Set<String> reserved(Locality place, LocalDate on) {
        return functions.reserved(place, on).stream()
                .map(Scheme.Reserved::function)
                .collect(Collectors.toSet());
    }

    private static boolean isHeldBelow(BodyOnDate body, List<Power> holders) {
        return holders.stream()
                .anyMatch(one -> one.byDelegation() && !one.body().equals(body.id()));
    }

    private static String inWords(
            BodyOnDate body, Locality place, List<String> below, int held, List<String> gaps) {
        var who =
                "On %s %s may decide %d functions in %s"
                        .formatted(body.on(), body.name(), held, place.displayName());
        var whom =
                below.isEmpty()
                        ? "nobody is accountable to it"
                        : "accountable to it are %s".formatted(String.join(", ", below));
        var what =
                gaps.isEmpty()
                        ? "every one of them is held below it."
                        : "%d of them nobody below it holds by delegation: %s."
                                .formatted(gaps.size(), String.join(", ", gaps));
        return held == 0 ? who + "; " + whom + "." : who + "; " + whom + "; " + what;
    }

    private List<Below> accountableTo(BodyOnDate body) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ACCOUNTABLE)) {
            query.setObject(1, body.on());
            query.setObject(2, body.id());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Below>();
                while (rows.next()) {
                    found.add(
                            new Below(
                                    rows.getObject("id", UUID.class),
                                    rows.getString("reference"),
                                    Locality.of(rows.getString("locality"))));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The bodies below cannot be read", failure);
        }
    }

    private static final String ACCOUNTABLE =
            """
            with recursive held as (
              select body_id, to_body from body_relation r, (values (?::date)) as asked (day)
              where r.kind = 'ACCOUNTABLE_TO' and r.from_day <= asked.day
                and coalesce(r.until_day, 'infinity') >= asked.day
            ), below as (
              select body_id from held where to_body = ?
              union
              select held.body_id from held join below on held.to_body = below.body_id
            )
            select b.id, b.reference, b.locality from body b join below on below.body_id = b.id
            order by b.reference
            """;
}
