package locality.platform.event;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every published event type there is, found by walking the sealed family.
public final class EventTypes {

    private static final Map<String, Class<? extends PublishedEvent>> BY_NAME =
            records(PublishedEvent.class).collect(toUnmodifiableMap(Event::typeOf, identity()));

    private EventTypes() {}

    /// By name, as in `budget.commitment-opened.v1`.
    public static Map<String, Class<? extends PublishedEvent>> all() {
        return BY_NAME;
    }

    /// Empty for a type that this build of the suite does not know: a newer one sent it.
    public static Optional<Class<? extends PublishedEvent>> find(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    private static Stream<Class<? extends PublishedEvent>> records(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(family.asSubclass(PublishedEvent.class));
    }
}
