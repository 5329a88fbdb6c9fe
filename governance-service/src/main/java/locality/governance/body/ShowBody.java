package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Shows bodies as they were on a date, with those they came from and gave way to.
@ApplicationScoped
class ShowBody {

    private final Bodies bodies;
    private final Recorder recorder;

    ShowBody(Bodies bodies, Recorder recorder) {
        this.bodies = bodies;
        this.recorder = recorder;
    }

    BodyView on(LocalDate day, Body body) {
        return view(body, day, bodies.successorsOf(List.of(body.id)));
    }

    List<BodyView> on(LocalDate day, List<Body> all) {
        var successors =
                bodies.successorsOf(all.stream().map(body -> body.id).toList()).stream()
                        .collect(Collectors.groupingBy(Successor::predecessor));
        return all.stream()
                .map(body -> view(body, day, successors.getOrDefault(body.id, List.of())))
                .toList();
    }

    /// @param moment null for what is known now
    /// @throws NotFound when it was not on record then
    BodyView asKnownAt(@Nullable Instant moment, LocalDate day, Body body) {
        if (moment == null) {
            return on(day, body);
        }
        var known = body.asKnownAt(moment).orElseThrow(() -> new NotFound("body", body.reference));
        var successors =
                bodies.successorsOf(List.of(body.id)).stream()
                        .filter(successor -> successor.isKnownAt(moment))
                        .toList();
        return view(known, day, successors);
    }

    private BodyView view(Body body, LocalDate day, List<Successor> successors) {
        return BodyView.of(
                body, day, recorder.seesPeople(body.locality), successors, this::referenceOf);
    }

    private String referenceOf(UUID body) {
        return bodies.findById(body).reference;
    }
}
