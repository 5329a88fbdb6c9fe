package locality.governance.receipt;

import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.delegation.GivenDelegations;
import locality.governance.delegation.GivenDelegations.Given;
import locality.governance.receipt.End.Party;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads both ends of the delegations of a place and sets them side by side.
@ApplicationScoped
class ReconcileDelegations {

    private final GivenDelegations delegations;
    private final Receipts receipts;
    private final Recorder recorder;
    private final AgroalDataSource database;

    ReconcileDelegations(
            GivenDelegations delegations,
            Receipts receipts,
            Recorder recorder,
            AgroalDataSource database) {
        this.delegations = delegations;
        this.receipts = receipts;
        this.recorder = recorder;
        this.database = database;
    }

    /// @param place all that the caller reads when null
    List<Reconciliation.Pair> handle(@Nullable Locality place, LocalDate on) {
        var readable = recorder.shown(null);
        var shown = recorder.shown(place);
        var received = receipts.ofPlaces(shown, readable);
        var named = received.stream().map(one -> one.delegationId).filter(Objects::nonNull);
        var given = delegations.inPlaces(shown, named.collect(toSet()), readable);
        var parties = parties(given, received);
        return Reconciliation.of(
                        given.stream().map(one -> giving(one, parties)).toList(),
                        received.stream().map(one -> receiving(one, parties)).toList(),
                        on)
                .stream()
                .filter(pair -> isOf(shown, pair))
                .toList();
    }

    private static boolean isOf(Set<Locality> places, Reconciliation.Pair pair) {
        return Stream.of(pair.given(), pair.received())
                .filter(Objects::nonNull)
                .anyMatch(end -> places.contains(end.place()));
    }

    private static End giving(Given one, Map<UUID, Party> parties) {
        return new End(
                one.reference(),
                one.id(),
                party(one.fromBody(), null, parties),
                party(one.toBody(), one.toOrganisation(), parties),
                Set.copyOf(one.functions()),
                one.limit(),
                one.limitKind(),
                one.place(),
                one.effectiveOn(),
                one.lastDay());
    }

    private static End receiving(Receipt one, Map<UUID, Party> parties) {
        return new End(
                one.reference,
                one.delegationId,
                party(one.fromBody, one.fromOrganisation, parties),
                party(one.toBody, one.toOrganisation, parties),
                Set.copyOf(one.functions),
                one.limit,
                one.limitKind,
                one.place,
                one.effectiveOn,
                one.expiresOn);
    }

    private static Party party(
            @Nullable UUID body, @Nullable String organisation, Map<UUID, Party> parties) {
        return body == null
                ? new Party(String.valueOf(organisation), null, organisation, null)
                : Objects.requireNonNull(parties.get(body));
    }

    private Map<UUID, Party> parties(List<Given> given, List<Receipt> received) {
        var bodies = new HashSet<UUID>();
        given.forEach(
                one ->
                        Stream.of(one.fromBody(), one.toBody())
                                .filter(Objects::nonNull)
                                .forEach(bodies::add));
        received.forEach(
                one ->
                        Stream.of(one.fromBody, one.toBody)
                                .filter(Objects::nonNull)
                                .forEach(bodies::add));
        return read(bodies);
    }

    private Map<UUID, Party> read(Collection<UUID> bodies) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select id, reference, organisation, spatial_level from body
                                where id = any(?)
                                """)) {
            query.setArray(1, connection.createArrayOf("uuid", bodies.toArray()));
            try (var rows = query.executeQuery()) {
                var found = new HashMap<UUID, Party>();
                while (rows.next()) {
                    var id = rows.getObject("id", UUID.class);
                    found.put(
                            id,
                            new Party(
                                    rows.getString("reference"),
                                    id,
                                    rows.getString("organisation"),
                                    rows.getString("spatial_level")));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The bodies cannot be read", failure);
        }
    }
}
