package locality.governance.decision;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.approval.ApprovalRequests;
import locality.platform.time.BusinessClock;

/// Looks again at what waits for a meeting: when one was planned meanwhile, and once a day, as who
/// may decide changes from day to day. Any number of replicas may do so at once: each takes a
/// matter that no other is working on.
@ApplicationScoped
class PlaceWaiting {

    private final PlaceMatters place;
    private final ApprovalRequests requests;
    private final Decisions decisions;
    private final EntityManager entities;
    private final Clock clock;

    PlaceWaiting(
            PlaceMatters place,
            ApprovalRequests requests,
            Decisions decisions,
            EntityManager entities,
            Clock clock) {
        this.place = place;
        this.requests = requests;
        this.decisions = decisions;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(
            identity = "place-waiting-matters",
            every = "{governance.placing.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle();
    }

    /// @return how many were looked at
    int handle() {
        var today = BusinessClock.today(clock);
        int all = 0;
        while (QuarkusTransaction.requiringNew()
                .call(() -> placeOneRequest(today) || placeOneReferred(today))) {
            all++;
        }
        return all;
    }

    private boolean placeOneRequest(LocalDate today) {
        var due = one(REQUESTS, today);
        due.forEach(id -> place.place(requests.findById(id)));
        return !due.isEmpty();
    }

    private boolean placeOneReferred(LocalDate today) {
        var due = one(REFERRED, today);
        due.forEach(id -> place.referred(decisions.findById(id)));
        return !due.isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> one(String query, LocalDate today) {
        return entities.createNativeQuery(query, UUID.class)
                .setParameter("today", today)
                .getResultList();
    }

    private static final String REQUESTS =
            """
            select r.id from approval_request r
            where r.state = 'OPEN'
              and not exists (select from decision d
                              where d.approval_request_id = r.id
                                and (d.state in ('PROPOSED', 'TABLED', 'DEFERRED', 'CARRIED',
                                                 'CALLED_IN')
                                     or d.state = 'REFERRED' and d.referred_to is not null
                                        and not exists (select from decision f
                                                        where f.referred_from = d.id)))
              and (r.suggested_on is null or r.suggested_on < :today
                   or exists (select from meeting m
                              where m.body_id = r.suggested_body
                                and m.state in ('PLANNED', 'NOTICED')
                                and cast(m.starts_at as date) between :today and r.due_on
                                and m.recorded_at > r.considered_at))
            order by r.id limit 1
            for no key update of r skip locked
            """;

    private static final String REFERRED =
            """
            select d.id from decision d
            where d.state = 'REFERRED'
              and not exists (select from decision n where n.referred_from = d.id)
              and exists (select from meeting m
                          where m.body_id = d.referred_to
                            and m.state = 'PLANNED'
                            and cast(m.starts_at as date) >= :today)
            order by d.id limit 1
            for no key update of d skip locked
            """;
}
