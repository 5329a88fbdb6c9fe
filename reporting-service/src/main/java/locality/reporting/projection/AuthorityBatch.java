package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.consume.Delivery;
import locality.platform.event.GovernanceEvent;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.GovernanceEvent.BodyRelated;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.event.GovernanceEvent.SeatChanged;
import locality.platform.place.Locality;

/// Who exists and who may decide, of one batch.
final class AuthorityBatch {

    private static final List<String> LIFE =
            List.of("PROPOSED", "SHADOW", "ESTABLISHED", "DISSOLVED");
    private static final String MOVE_ON =
            """
            update read_model.body set state = told.state, effective_on = told.effective_on
            from unnest(?, ?, ?) as told (body_id, state, effective_on),
              (values (array['%s'])) as of_a_body (life)
            where body.body_id = told.body_id
              and array_position(life, told.state) >= array_position(life, body.state)
            """
                    .formatted(String.join("', '", LIFE));

    private final Map<String, OrganisationRecorded> organisations = new LinkedHashMap<>();
    private final Map<NameDay, OrganisationRecorded> names = new LinkedHashMap<>();
    private final Map<UUID, BodyChanged> bodies = new LinkedHashMap<>();
    private final Map<UUID, DelegationGranted> granted = new LinkedHashMap<>();
    private final Map<UUID, DelegationEnded> ended = new LinkedHashMap<>();
    private final Map<Day, Told<BodyChanged>> days = new LinkedHashMap<>();
    private final Map<Relation, BodyRelated> relations = new LinkedHashMap<>();
    private final Map<SeatDay, Told<SeatChanged>> seats = new LinkedHashMap<>();

    private record NameDay(String organisation, LocalDate from) {}

    private record Day(UUID body, LocalDate from) {}

    private record Relation(UUID body, String kind, UUID to, LocalDate from) {}

    private record SeatDay(UUID body, String seat, LocalDate from) {}

    void take(GovernanceEvent.OfOrganisation event) {
        switch (event) {
            case OrganisationRecorded it -> {
                organisations.put(it.code(), it);
                names.put(new NameDay(it.code(), nameFrom(it)), it);
            }
        }
    }

    /// What was told before names had their days holds from the first.
    private static LocalDate nameFrom(OrganisationRecorded told) {
        return told.nameFrom() == null ? told.effectiveOn() : told.nameFrom();
    }

    void take(GovernanceEvent.OfBody event, Delivery delivery) {
        switch (event) {
            case BodyChanged it -> {
                bodies.merge(it.bodyId(), it, AuthorityBatch::furthest);
                days.put(new Day(it.bodyId(), it.effectiveOn()), Told.of(it, delivery));
            }
            case BodyRelated it ->
                    relations.put(
                            new Relation(it.bodyId(), it.kind(), it.toBody(), it.effectiveOn()),
                            it);
            case SeatChanged it ->
                    seats.put(
                            new SeatDay(it.bodyId(), it.seat(), it.effectiveOn()),
                            Told.of(it, delivery));
        }
    }

    void take(GovernanceEvent.OfDelegation event) {
        switch (event) {
            case DelegationGranted it -> granted.put(it.delegationId(), it);
            case DelegationEnded it -> ended.put(it.delegationId(), it);
        }
    }

    /// What was told last, in the state furthest along the body's life: what is told of an earlier
    /// day, as terms of reference entered late are, takes nothing back.
    private static BodyChanged furthest(BodyChanged before, BodyChanged now) {
        if (LIFE.indexOf(before.state()) <= LIFE.indexOf(now.state())) {
            return now;
        }
        return new BodyChanged(
                now.bodyId(),
                now.reference(),
                now.name(),
                now.classification(),
                now.spatialLevel(),
                before.state(),
                now.organisation(),
                now.locality(),
                before.effectiveOn(),
                now.provenance(),
                now.alsoServes(),
                now.predecessors(),
                now.sunsetOn());
    }

    void write(Connection connection) throws SQLException {
        writeOrganisations(connection);
        writeBodies(connection);
        writeDays(connection);
        writePlaces(connection);
        writeRelations(connection);
        writeSeats(connection);
        writeDelegations(connection);
    }

    private void writeOrganisations(Connection connection) throws SQLException {
        Rows.of(organisations.values())
                .text(OrganisationRecorded::code)
                .text(OrganisationRecorded::kind)
                .text(it -> it.locality().code())
                .date(OrganisationRecorded::endsOn)
                .provenance(OrganisationRecorded::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.organisation_told as kept
                          (code, kind, locality, ends_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (code) do update set
                          kind = excluded.kind, locality = excluded.locality,
                          ends_on = excluded.ends_on, provenance = excluded.provenance,
                          told = kept.told + 1
                        """);
        Rows.of(names.entrySet())
                .text(it -> it.getKey().organisation())
                .date(it -> it.getKey().from())
                .text(it -> it.getValue().name())
                .write(
                        connection,
                        """
                        insert into read_model.organisation_name (code, from_day, name)
                        select * from unnest(?, ?, ?)
                        on conflict (code, from_day) do update set name = excluded.name
                        """);
    }

    private void writeBodies(Connection connection) throws SQLException {
        Rows.of(bodies.values())
                .uuid(BodyChanged::bodyId)
                .text(BodyChanged::reference)
                .text(BodyChanged::name)
                .text(BodyChanged::classification)
                .text(BodyChanged::spatialLevel)
                .text(BodyChanged::state)
                .text(BodyChanged::organisation)
                .text(it -> it.locality().code())
                .date(BodyChanged::effectiveOn)
                .provenance(BodyChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.body
                          (body_id, reference, name, classification, spatial_level, state,
                           organisation, locality, effective_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (body_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          classification = excluded.classification,
                          spatial_level = excluded.spatial_level,
                          organisation = excluded.organisation, provenance = excluded.provenance
                        """);
        Rows.of(bodies.values())
                .uuid(BodyChanged::bodyId)
                .text(BodyChanged::state)
                .date(BodyChanged::effectiveOn)
                .write(connection, MOVE_ON);
    }

    private void writeDays(Connection connection) throws SQLException {
        Rows.of(days.values())
                .uuid(it -> it.event().bodyId())
                .date(it -> it.event().effectiveOn())
                .text(it -> it.event().name())
                .text(it -> it.event().state())
                .date(it -> it.event().sunsetOn())
                .number(Told::position)
                .write(
                        connection,
                        """
                        insert into read_model.body_day
                          (body_id, effective_on, name, state, sunset_on, position)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (body_id, effective_on) do update set
                          name = excluded.name, state = excluded.state,
                          sunset_on = excluded.sunset_on, position = excluded.position
                        """);
    }

    /// What was told last says all the places.
    private void writePlaces(Connection connection) throws SQLException {
        var saying = bodies.values().stream().filter(it -> it.alsoServes() != null).toList();
        Rows.of(saying)
                .uuid(BodyChanged::bodyId)
                .write(connection, "delete from read_model.body_place where body_id = any(?)");
        Rows.of(saying.stream().flatMap(AuthorityBatch::served).toList())
                .uuid(Served::body)
                .text(it -> it.place().code())
                .write(
                        connection,
                        """
                        insert into read_model.body_place (body_id, locality)
                        select * from unnest(?, ?) on conflict do nothing
                        """);
    }

    private record Served(UUID body, Locality place) {}

    private static Stream<Served> served(BodyChanged body) {
        return Stream.ofNullable(body.alsoServes())
                .flatMap(List::stream)
                .map(place -> new Served(body.bodyId(), place));
    }

    private void writeRelations(Connection connection) throws SQLException {
        Rows.of(relations.values())
                .uuid(BodyRelated::bodyId)
                .text(BodyRelated::kind)
                .uuid(BodyRelated::toBody)
                .date(BodyRelated::effectiveOn)
                .date(BodyRelated::endsOn)
                .provenance(BodyRelated::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.body_relation
                          (body_id, kind, to_body, effective_on, ends_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (body_id, kind, to_body, effective_on) do update set
                          ends_on = excluded.ends_on, provenance = excluded.provenance
                        """);
    }

    private void writeSeats(Connection connection) throws SQLException {
        Rows.of(seats.values())
                .uuid(it -> it.event().bodyId())
                .text(it -> it.event().seat())
                .date(it -> it.event().effectiveOn())
                .date(it -> it.event().endsOn())
                .text(it -> it.event().post())
                .text(it -> String.valueOf(it.event().votingRight()))
                .text(it -> it.event().organisation())
                .text(it -> it.event().state())
                .number(Told::position)
                .provenance(it -> it.event().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.seat_day
                          (body_id, seat, effective_on, ends_on, post, voting_right, organisation,
                           state, position, provenance)
                        select body, seat, from_day, last_day, post, voting::boolean, organisation,
                          state, position, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (body, seat, from_day, last_day, post, voting, organisation, state,
                           position, provenance)
                        on conflict (body_id, seat, effective_on) do update set
                          ends_on = excluded.ends_on, post = excluded.post, voting_right = excluded.voting_right,
                          organisation = excluded.organisation, state = excluded.state,
                          position = excluded.position, provenance = excluded.provenance
                        """);
    }

    private void writeDelegations(Connection connection) throws SQLException {
        Rows.of(granted.values())
                .uuid(DelegationGranted::delegationId)
                .text(DelegationGranted::reference)
                .uuid(DelegationGranted::fromBody)
                .uuid(DelegationGranted::toBody)
                .text(DelegationGranted::toOrganisation)
                .pence(DelegationGranted::limitPence)
                .text(DelegationGranted::limitKind)
                .text(it -> it.locality().code())
                .date(DelegationGranted::effectiveOn)
                .date(DelegationGranted::expiresOn)
                .provenance(DelegationGranted::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.delegation
                          (delegation_id, reference, from_body, to_body, to_organisation,
                           limit_pence, limit_kind, locality, effective_on, expires_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (delegation_id) do update set
                          reference = excluded.reference, from_body = excluded.from_body,
                          to_body = excluded.to_body, to_organisation = excluded.to_organisation,
                          limit_pence = excluded.limit_pence, limit_kind = excluded.limit_kind,
                          effective_on = excluded.effective_on, expires_on = excluded.expires_on,
                          provenance = excluded.provenance
                        """);
        Rows.of(ended.values())
                .uuid(DelegationEnded::delegationId)
                .date(DelegationEnded::effectiveOn)
                .write(
                        connection,
                        """
                        update read_model.delegation set ended_on = told.ended_on
                        from unnest(?, ?) as told (delegation_id, ended_on)
                        where delegation.delegation_id = told.delegation_id
                        """);
    }
}
