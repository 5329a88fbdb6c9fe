package locality.governance.closedown;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import locality.governance.closedown.OpenItem.Call;
import locality.governance.organisation.OrganisationOnRecord;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What bodies, the scheme of delegation, posts, duties, teams, functions, approval requests and
/// decisions hold of an organisation's. It only reads.
@ApplicationScoped
class RecordedMatters implements OpenMatters {

    private final AgroalDataSource database;

    RecordedMatters(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<OpenItem> of(OrganisationOnRecord organisation, LocalDate on) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OPEN)) {
            select.setString(1, organisation.code());
            select.setDate(2, Date.valueOf(on));
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<OpenItem>();
                while (rows.next()) {
                    found.add(item(rows, organisation, on));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("What is open cannot be read", failure);
        }
    }

    private static OpenItem item(ResultSet row, OrganisationOnRecord organisation, LocalDate on)
            throws SQLException {
        var kind = OpenKind.valueOf(row.getString("kind"));
        var reference = row.getString("reference");
        var title = row.getString("title");
        boolean ofABody = row.getBoolean("of_a_body");
        var from = firstDayWithout(organisation, on);
        return new OpenItem(
                kind,
                reference,
                title,
                row.getObject("since", LocalDate.class),
                Locality.of(row.getString("locality")),
                byHand(kind, ofABody),
                ofABody
                        ? ended(kind, reference, from)
                        : clearedBy(kind, reference, title, organisation, from));
    }

    private static @Nullable String byHand(OpenKind kind, boolean ofABody) {
        return ofABody
                ? "It belongs to a body of the organisation: say which body takes it over"
                : kind.byHand().orElse(null);
    }

    private static LocalDate firstDayWithout(OrganisationOnRecord organisation, LocalDate on) {
        var lastDay = organisation.days().until();
        return lastDay == null ? on : lastDay.plusDays(1);
    }

    private static Call clearedBy(
            OpenKind kind,
            String reference,
            String title,
            OrganisationOnRecord organisation,
            LocalDate from) {
        return switch (kind) {
            case BODY ->
                    Call.post(
                            "/bodies/%s/dissolve".formatted(reference),
                            Map.of("effectiveOn", from));
            case DELEGATION ->
                    Call.post(
                            "/delegations/%s/revoke".formatted(reference),
                            Map.of(
                                    "effectiveOn",
                                    from,
                                    "reason",
                                    "%s closes".formatted(organisation.code())));
            case FUNCTION ->
                    Call.post(
                            "/functions/%s/end".formatted(reference.replace("/", "/places/")),
                            Map.of("effectiveOn", from));
            case APPROVAL_REQUEST ->
                    Call.post(
                            "/meetings/{meeting}/items",
                            Map.of("title", title, "approvalRequest", reference));
            case SEAT, POST, DUTY, TEAM, COMMITMENT_DECIDED ->
                    transfer(reference, organisation, from);
        };
    }

    /// A transfer moves to an organisation: what a body has is ended when no other body takes it.
    private static Call ended(OpenKind kind, String reference, LocalDate from) {
        var path = kind == OpenKind.DUTY ? "/duties/%s/end" : "/teams/%s/end";
        return Call.post(path.formatted(reference), Map.of("effectiveOn", from));
    }

    private static Call transfer(
            String reference, OrganisationOnRecord organisation, LocalDate from) {
        var path = "/organisations/%s/closedown/transfer".formatted(organisation.code());
        return organisation
                .onlySuccessor()
                .map(
                        to ->
                                Call.post(
                                        path,
                                        Map.of(
                                                "to",
                                                to,
                                                "effectiveOn",
                                                from,
                                                "items",
                                                List.of(reference))))
                .orElseGet(
                        () ->
                                Call.post(
                                        path,
                                        Map.of("effectiveOn", from, "items", List.of(reference))));
    }

    private static final String OPEN =
            """
            with asked as (select ?::text as code, ?::date as day),
            own as (select body.* from body, asked where body.organisation = asked.code),
            gone as (select body_id from body_step, asked
                     where state = 'DISSOLVED' and effective_on <= asked.day)

            select 'BODY' as kind, b.reference, b.name as title, s.since, b.locality,
                   false as of_a_body, case when b.top_of_organisation then 0 else 1 end as rank
            from own b
            join (select body_id, min(effective_on) as since from body_step group by body_id) s
              on s.body_id = b.id
            where b.id not in (select body_id from gone)

            union all
            select 'DELEGATION', d.reference,
                   array_to_string(d.functions, ', ') || ': ' || giver.reference || ' to '
                     || coalesce(taker.reference, d.to_organisation),
                   d.effective_on, d.locality, false, 1
            from delegation d
            join body giver on giver.id = d.from_body
            left join body taker on taker.id = d.to_body, asked
            where (d.from_body in (select id from own) or d.to_body in (select id from own)
                   or d.to_organisation = asked.code)
              and (d.expires_on is null or d.expires_on >= asked.day)
              and (d.ended_on is null or d.ended_on > asked.day)

            union all
            select 'SEAT', b.reference || '/' || m.seat, max(m.post) || ', ' || b.name,
                   min(m.from_day), b.locality, false, 1
            from membership m join body b on b.id = m.body_id, asked
            where m.organisation = asked.code and b.organisation is distinct from asked.code
              and b.id not in (select body_id from gone)
              and (m.seat_abolished_on is null or m.seat_abolished_on > asked.day)
              and (m.until_day is null or m.until_day >= asked.day
                   or not exists (select from membership later
                                  where later.body_id = m.body_id and later.seat = m.seat
                                    and later.from_day > m.from_day))
            group by b.id, m.seat

            union all
            select 'POST', p.reference, p.title, e.from_day, p.locality, false, 1
            from post_employer e join post p on p.id = e.post_id, asked
            where e.organisation = asked.code and e.superseded_at is null
              and (e.until_day is null or e.until_day >= asked.day)
              and (p.ends_on is null or p.ends_on >= asked.day)
              and (p.abolished_on is null or p.abolished_on > asked.day)

            union all
            select 'DUTY', d.reference, d.text, d.effective_on, d.locality, d.body_id is not null, 1
            from duty d, asked
            where (d.organisation = asked.code or d.body_id in (select id from own))
              and (d.ends_on is null or d.ends_on >= asked.day)

            union all
            select 'TEAM', t.reference, t.name, h.from_day, t.locality, h.body_id is not null, 1
            from team_home h join team t on t.id = h.team_id, asked
            where (h.organisation = asked.code or h.body_id in (select id from own))
              and (h.until_day is null or h.until_day >= asked.day)

            union all
            select 'FUNCTION', f.function_code || '/' || f.place, g.name, f.effective_on, f.place,
                   false, 1
            from function_in_place f join business_function g on g.code = f.function_code, asked
            where f.owner = asked.code
              and f.effective_on is not null
              and (f.ends_on is null or f.ends_on >= asked.day)

            union all
            select 'APPROVAL_REQUEST', r.reference, r.purpose, r.effective_on, r.locality, false, 1
            from approval_request r, asked
            where r.owners @> jsonb_build_array(jsonb_build_object('organisation', asked.code))
              and (r.state = 'OPEN'
                   or r.state = 'ANSWERED'
                      and exists (select from decision answer
                                  where answer.id = r.answered_by
                                    and answer.effective_on > asked.day))

            union all
            select 'COMMITMENT_DECIDED', d.reference, d.title, d.effective_on, d.locality, false, 1
            from decision d, asked
            where d.owners @> jsonb_build_array(jsonb_build_object('organisation', asked.code))
              and d.state in ('CARRIED', 'CALLED_IN', 'IN_EFFECT', 'RATIFIED')
              and d.taken_as in ('APPROVE', 'RATIFY') and d.value_pence > 0
              and not exists (select from closedown_handover h
                              where h.organisation = asked.code and h.kind = 'COMMITMENT_DECIDED'
                                and h.reference = d.reference and h.effective_on <= asked.day)
            order by rank, reference
            """;
}
