package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

/// Seats that nobody holds, at bodies that meet.
@ApplicationScoped
class VacantSeats implements WorklistSource {

    private static final Set<BodyState> MEETING = Set.of(BodyState.SHADOW, BodyState.ESTABLISHED);

    private final Bodies bodies;

    VacantSeats(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return bodies.thereOn(on, places).stream()
                .filter(body -> places.contains(body.locality))
                .filter(body -> body.stateOn(on).filter(MEETING::contains).isPresent())
                .flatMap(body -> rows(body, on))
                .toList();
    }

    private static Stream<WorklistRow> rows(Body body, LocalDate on) {
        return body.membershipsOn(on).stream()
                .filter(Membership::isVacant)
                .map(vacancy -> row(body, vacancy, on));
    }

    private static WorklistRow row(Body body, Membership vacancy, LocalDate on) {
        var seat = vacancy.seat();
        var since = body.vacantSince(vacancy);
        return WorklistRow.waiting(
                WorklistKind.SEAT_VACANT,
                body.reference + "/" + seat,
                "%s of %s".formatted(vacancy.post(), body.nameOn(on)),
                since,
                new WorklistRow.Place(body.locality, body.reference, Roles.GOVERNANCE),
                "Nobody holds %s since %s: seat a member, or abolish the seat"
                        .formatted(seat, since),
                ClearingCall.post(
                        "/bodies/%s/memberships".formatted(body.reference),
                        "seat",
                        seat,
                        "post",
                        vacancy.post(),
                        "personReference",
                        "post:" + (body.reference + "-" + seat).toLowerCase(Locale.ROOT),
                        "votingRight",
                        vacancy.votingRight(),
                        "organisation",
                        vacancy.organisation(),
                        "from",
                        on));
    }
}
