package locality.governance.composition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.voting.Seat;
import locality.platform.place.Locality;

/// Holds the rules about seats against who sits where on a date.
@ApplicationScoped
class FindBreaches {

    /// A rule that is not kept.
    record Breach(SeatRule rule, Shortfall shortfall) {}

    private final SeatRules rules;
    private final BodyRegister bodies;

    FindBreaches(SeatRules rules, BodyRegister bodies) {
        this.rules = rules;
        this.bodies = bodies;
    }

    List<Breach> of(BodyOnDate body) {
        return breaches(rules.inForce(body.id(), body.on()), body.on());
    }

    /// In the order of the bodies' references, and of their rules' numbers.
    List<Breach> in(Set<Locality> places, LocalDate on) {
        return breaches(rules.inForce(places, on), on);
    }

    private List<Breach> breaches(List<SeatRule> inForce, LocalDate on) {
        var boards = new BoardsOnRecord(on);
        return inForce.stream()
                .flatMap(
                        rule ->
                                rule.shortfall(boards).stream()
                                        .map(shortfall -> new Breach(rule, shortfall)))
                .toList();
    }

    /// Each body is read once, however many rules name it.
    private final class BoardsOnRecord implements Boards {
        private final LocalDate on;
        private final Map<UUID, BodyOnDate> read = new HashMap<>();

        private BoardsOnRecord(LocalDate on) {
            this.on = on;
        }

        @Override
        public BodyOnDate body(UUID id) {
            return read.computeIfAbsent(id, _ -> bodies.get(id, on));
        }

        @Override
        public Optional<Seat> chair(UUID body) {
            return bodies.chair(body, on);
        }

        @Override
        public List<BodyOnDate> workGroupsOf(UUID body) {
            return bodies.workGroupsOf(body, on);
        }
    }
}
