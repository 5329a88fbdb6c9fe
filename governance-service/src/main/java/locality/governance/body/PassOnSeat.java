package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;

/// Lets a seat be on another organisation's behalf, for the rest of the service.
@ApplicationScoped
public class PassOnSeat {

    private final Bodies bodies;
    private final ChangeBody changeBody;

    PassOnSeat(Bodies bodies, ChangeBody changeBody) {
        this.bodies = bodies;
        this.changeBody = changeBody;
    }

    /// Whoever sits there stays, or the seat stays vacant.
    ///
    /// @param effectiveOn the first day it is on the other's behalf
    /// @throws BodyRefusal if there is no such seat on that day
    public void handle(
            String body, String seat, String to, LocalDate effectiveOn, Provenance source) {
        var found = bodies.requireForWriting(body);
        var before =
                found.membershipsOn(effectiveOn).stream()
                        .filter(one -> one.seat().equals(seat))
                        .findFirst()
                        .orElseThrow(() -> new BodyRefusal.NobodyInSeat(seat, effectiveOn));
        if (goesOnThrough(found, seat, effectiveOn)) {
            changeBody.unseat(body, null, seat, effectiveOn, source);
        }
        var next =
                Membership.taken(
                        seat,
                        before.post(),
                        before.personReference(),
                        before.votingRight(),
                        to,
                        new Period(effectiveOn, before.untilDay()),
                        source);
        changeBody.seat(body, null, List.of(next));
    }

    /// A seat that its last member left is vacant without an entry that could be ended.
    private static boolean goesOnThrough(Body body, String seat, LocalDate day) {
        return body.memberships.stream()
                .filter(one -> one.seat().equals(seat))
                .map(Membership::period)
                .anyMatch(days -> days.holdsOn(day.minusDays(1)) && days.holdsOn(day));
    }
}
