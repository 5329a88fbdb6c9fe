package locality.governance.decision;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.ApprovalRequests;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import org.jspecify.annotations.Nullable;

/// Matters that stand on no agenda: deferred, left over by a meeting that is over, or asked by
/// another service. Each is to be put before the next meeting of its body, or of the lowest body
/// that may decide it, as it was last suggested.
@ApplicationScoped
class MattersWaiting implements WorklistSource {

    private final ApprovalRequests requests;
    private final AgroalDataSource database;

    MattersWaiting(ApprovalRequests requests, AgroalDataSource database) {
        this.requests = requests;
        this.database = database;
    }

    /// @param body whose it is; null where none may decide alone, as far as was looked at
    /// @param nextMeeting of the body, null while none is planned
    private record Before(@Nullable String body, @Nullable String nextMeeting) {}

    private record Asked(UUID request, Before before) {
        static Asked of(ResultSet row) throws SQLException {
            return new Asked(
                    row.getObject("id", UUID.class),
                    new Before(
                            row.getString("suggested_body_reference"),
                            row.getString("next_meeting")));
        }
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return Stream.concat(leftOver(places, on).stream(), asked(places, on).stream()).toList();
    }

    private List<WorklistRow> leftOver(Set<Locality> places, LocalDate on) {
        return query(LEFT_OVER, places, row -> deferred(row, on));
    }

    private List<WorklistRow> asked(Set<Locality> places, LocalDate on) {
        var asked = query(ASKED, places, Asked::of);
        var byId =
                requests.list("id in ?1", asked.stream().map(Asked::request).toList()).stream()
                        .collect(toMap(ApprovalRequest::id, identity()));
        return asked.stream()
                .map(one -> asked(requireNonNull(byId.get(one.request)), one.before, on))
                .toList();
    }

    private static WorklistRow deferred(ResultSet row, LocalDate on) throws SQLException {
        var reference = row.getString("reference");
        var title = row.getString("title");
        var before = new Before(row.getString("body_reference"), row.getString("next_meeting"));
        return WorklistRow.waiting(
                WorklistKind.DECISION_TO_TABLE,
                reference,
                title,
                row.getObject("since", LocalDate.class),
                new WorklistRow.Place(
                        Locality.of(row.getString("locality")), before.body, Roles.GOVERNANCE),
                why(row.getString("state"), row.getString("meeting_reference")),
                tabling(before, title, "deferredDecision", reference, on));
    }

    private static String why(String state, String meeting) {
        var words =
                DecisionState.PROPOSED.name().equals(state)
                        ? "What was decided at %s was sent back: put it before the next meeting"
                        : "It was not decided at %s: put it before the next meeting";
        return words.formatted(meeting);
    }

    private WorklistRow asked(ApprovalRequest request, Before before, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.APPROVAL_TO_TABLE,
                request.reference(),
                request.purpose(),
                request.dueOn(),
                on,
                new WorklistRow.Place(request.locality(), before.body, Roles.GOVERNANCE),
                before.body == null
                        ? "It is asked by %s, and nobody may decide it alone: see who could"
                                .formatted(request.dueOn())
                        : "It is asked by %s: put it before %s"
                                .formatted(request.dueOn(), before.body),
                before.body == null
                        ? whoMayDecide(request)
                        : tabling(
                                before,
                                request.purpose(),
                                "approvalRequest",
                                request.id().toString(),
                                on));
    }

    private static ClearingCall tabling(
            Before before, String title, String what, String reference, LocalDate on) {
        return before.nextMeeting == null
                ? WorklistRow.meeting(requireNonNull(before.body), on)
                : ClearingCall.post(
                        "/meetings/%s/items".formatted(before.nextMeeting),
                        "title",
                        title,
                        what,
                        reference);
    }

    private static ClearingCall whoMayDecide(ApprovalRequest request) {
        var owners =
                request.owners().stream()
                        .map(owner -> "&owner=" + owner.organisation())
                        .reduce("", String::concat);
        return new ClearingCall(
                "GET",
                "/authority?function=%s&place=%s&valuePence=%d&basis=%s%s"
                        .formatted(
                                request.function(),
                                request.locality().code(),
                                request.amount().value(),
                                request.basis(),
                                owners),
                "{}");
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Set<Locality> places, Reading<T> reading) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", places.stream().map(Locality::code).toArray()));
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("What waits cannot be read", failure);
        }
    }

    private static final String LEFT_OVER =
            """
            select d.reference, d.title, d.state, d.locality, b.reference as body_reference,
                   coalesce(m.reference, d.reference) as meeting_reference,
                   coalesce(cast(m.starts_at as date), d.effective_on) as since,
                   ahead.reference as next_meeting
            from decision d
            join body b on b.id = d.body_id
            left join meeting m on m.id = d.meeting_id
            left join lateral (select n.reference from meeting n
                               where n.body_id = b.id
                                 and n.state in ('PLANNED', 'NOTICED', 'OPEN')
                                 and n.id is distinct from m.id
                               order by n.starts_at, n.reference limit 1) ahead on true
            where d.locality = any(?)
              and (d.state in ('DEFERRED', 'PROPOSED')
                   or d.state = 'TABLED'
                      and m.state in ('CLOSED', 'MINUTES_APPROVED', 'CANCELLED'))
            """;
    private static final String ASKED =
            """
            select r.id, r.suggested_body_reference, ahead.reference as next_meeting
            from approval_request r
            left join lateral (select n.reference from meeting n
                               where n.body_id = r.suggested_body
                                 and n.state in ('PLANNED', 'NOTICED', 'OPEN')
                               order by n.starts_at, n.reference limit 1) ahead on true
            where r.locality = any(?) and r.state = 'OPEN'
              and not exists (
                select from decision d
                where d.approval_request_id = r.id
                  and (d.state in ('PROPOSED', 'TABLED', 'DEFERRED', 'CARRIED', 'CALLED_IN')
                       or d.state = 'REFERRED' and d.referred_to is not null
                          and not exists (select from decision f
                                          where f.referred_from = d.id)))
            """;
}
