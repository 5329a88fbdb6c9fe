package locality.governance.decision;

import static java.util.Objects.requireNonNull;

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
import locality.governance.authority.Answer;
import locality.governance.authority.Question;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistRow.Call;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Matters that stand on no agenda: deferred, left over by a meeting that is over, or asked by
/// another service. Each is to be put before the next meeting of its body, or of the lowest body
/// that may decide it.
@ApplicationScoped
class MattersWaiting implements WorklistSource {

    private final ApprovalRequests requests;
    private final SchemeOfDelegation scheme;
    private final AgroalDataSource database;

    MattersWaiting(
            ApprovalRequests requests, SchemeOfDelegation scheme, AgroalDataSource database) {
        this.requests = requests;
        this.scheme = scheme;
        this.database = database;
    }

    /// @param body whose it is; null where none may decide alone
    /// @param nextMeeting of the body, null while none is planned
    private record Before(@Nullable String body, @Nullable String nextMeeting) {}

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return Stream.concat(leftOver(places, on).stream(), asked(places, on).stream()).toList();
    }

    private List<WorklistRow> leftOver(Set<Locality> places, LocalDate on) {
        return query(LEFT_OVER, places, row -> deferred(row, on));
    }

    private List<WorklistRow> asked(Set<Locality> places, LocalDate on) {
        return query(ASKED, places, row -> row.getObject("id", UUID.class)).stream()
                .map(requests::findById)
                .map(request -> asked(request, on))
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
                "It was not decided at %s: put it before the next meeting"
                        .formatted(row.getString("meeting_reference")),
                tabling(before, title, "deferredDecision", reference, on));
    }

    private WorklistRow asked(ApprovalRequest request, LocalDate on) {
        var answer =
                scheme.authority(
                                new Question(
                                        request.function(),
                                        request.locality(),
                                        request.amount(),
                                        on,
                                        request.basis(),
                                        request.owners()))
                        .answer();
        var before = before(answer);
        return WorklistRow.due(
                WorklistKind.APPROVAL_TO_TABLE,
                request.reference(),
                request.purpose(),
                request.dueOn(),
                on,
                new WorklistRow.Place(request.locality(), before.body, Roles.GOVERNANCE),
                before.body == null
                        ? "It is asked by %s, and nobody may decide it: see who could"
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

    /// The lowest body that may decide alone, else the first that may for its owners.
    private Before before(Answer answer) {
        var body =
                answer.holders().stream()
                        .filter(
                                held ->
                                        answer.lowest() == null
                                                || answer.lowest().equals(held.bodyId()))
                        .findFirst();
        return body.map(held -> new Before(held.reference(), nextMeeting(held.bodyId())))
                .orElseGet(() -> new Before(null, null));
    }

    private @Nullable String nextMeeting(@Nullable UUID body) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NEXT_MEETING)) {
            query.setObject(1, body);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString("reference") : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The next meeting cannot be read", failure);
        }
    }

    private static Call tabling(
            Before before, String title, String what, String reference, LocalDate on) {
        return before.nextMeeting == null
                ? Call.meeting(requireNonNull(before.body), on)
                : Call.post(
                        "/meetings/%s/items".formatted(before.nextMeeting),
                        "title",
                        title,
                        what,
                        reference);
    }

    private static Call whoMayDecide(ApprovalRequest request) {
        var owners =
                request.owners().stream()
                        .map(owner -> "&owner=" + owner.organisation())
                        .reduce("", String::concat);
        return new Call(
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

    private static final String NEXT_MEETING =
            """
            select reference from meeting
            where body_id = ? and state in ('PLANNED', 'NOTICED', 'OPEN')
            order by starts_at, reference limit 1
            """;
    private static final String LEFT_OVER =
            """
            select d.reference, d.title, d.locality, m.body_reference,
                   m.reference as meeting_reference, cast(m.starts_at as date) as since,
                   (select n.reference from meeting n
                    where n.body_id = d.body_id and n.state in ('PLANNED', 'NOTICED', 'OPEN')
                      and n.id <> m.id
                    order by n.starts_at, n.reference limit 1) as next_meeting
            from decision d join meeting m on m.id = d.meeting_id
            where d.locality = any(?)
              and (d.state = 'DEFERRED'
                   or d.state = 'TABLED' and m.state in ('CLOSED', 'CANCELLED'))
            """;
    private static final String ASKED =
            """
            select r.id from approval_request r
            where r.locality = any(?) and r.state = 'OPEN'
              and not exists (
                select from decision d join meeting m on m.id = d.meeting_id
                where d.approval_request_id = r.id
                  and (d.state = 'DEFERRED'
                       or d.state = 'TABLED' and m.state not in ('CLOSED', 'CANCELLED')))
            """;
}
