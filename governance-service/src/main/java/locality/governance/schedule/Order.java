package locality.governance.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An order in which everything comes after what it waits for, found in linear time (Kahn).
public final class Order {

    private Order() {}

    /// @param waitsFor for each, by its id, those it waits for, all of which are among them
    /// @throws ScheduleRefusal if some wait for each other in a circle, naming one such circle
    public static List<String> of(Map<String, List<String>> waitsFor) {
        var waiting = new LinkedHashMap<String, Integer>();
        var followers = new HashMap<String, List<String>>();
        waitsFor.forEach(
                (id, predecessors) -> {
                    waiting.put(id, predecessors.size());
                    predecessors.forEach(
                            before ->
                                    followers
                                            .computeIfAbsent(before, _ -> new ArrayList<>())
                                            .add(id));
                });
        var order = new ArrayList<String>(waitsFor.size());
        var ready = new ArrayDeque<String>();
        waiting.forEach(
                (id, count) -> {
                    if (count == 0) {
                        ready.add(id);
                    }
                });
        while (!ready.isEmpty()) {
            var next = ready.remove();
            order.add(next);
            waiting.remove(next);
            for (var follower : followers.getOrDefault(next, List.of())) {
                if (waiting.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw new ScheduleRefusal.Circular(circleAmong(waiting, waitsFor));
        }
        return order;
    }

    /// Each of those that still wait, waits for another of them: so going back from any of them
    /// comes round. Of several circles the one with the least id that is reached, whatever the
    /// order they were given in.
    private static List<String> circleAmong(
            Map<String, Integer> waiting, Map<String, List<String>> waitsFor) {
        var path = new ArrayList<String>();
        var on = new HashSet<String>();
        var next = Collections.min(waiting.keySet());
        while (on.add(next)) {
            path.add(next);
            next =
                    waitsFor.getOrDefault(next, List.of()).stream()
                            .filter(waiting::containsKey)
                            .min(String::compareTo)
                            .orElseThrow();
        }
        var circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()).reversed());
        Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
        circle.add(circle.getFirst());
        return circle;
    }
}
