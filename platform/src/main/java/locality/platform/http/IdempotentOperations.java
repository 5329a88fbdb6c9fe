package locality.platform.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// The operations that are [Idempotent], found in an index of the classes.
final class IdempotentOperations {

    /// By verb and path: whether a key is required. Two methods that read different media types are
    /// one operation, which requires a key when both do.
    private final Map<String, Boolean> keyRequired = new HashMap<>();

    IdempotentOperations(IndexView index) {
        index.getAnnotations(Idempotent.class).stream()
                .filter(one -> one.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(one -> put(index, one, one.target().asMethod()));
    }

    /// Whether the operation requires a key; empty when it takes none.
    Optional<Boolean> find(String verb, String path) {
        return Optional.ofNullable(keyRequired.get(verb + " " + path));
    }

    private void put(IndexView index, AnnotationInstance rule, MethodInfo method) {
        boolean required = rule.valueWithDefault(index, "keyRequired").asBoolean();
        verbs(index, method)
                .forEach(
                        verb ->
                                keyRequired.merge(
                                        verb + " " + path(method.declaringClass(), method),
                                        required,
                                        Boolean::logicalAnd));
    }

    private static Stream<String> verbs(IndexView index, MethodInfo method) {
        return method.annotations().stream()
                .map(one -> index.getClassByName(one.name()))
                .flatMap(Stream::ofNullable)
                .map(type -> type.declaredAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(verb -> verb.value().asString());
    }

    private static String path(ClassInfo resource, MethodInfo method) {
        return Stream.of(resource.declaredAnnotation(Path.class), method.annotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(part -> part.value().asString().replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""))
                .replaceAll("\\{\\s*(\\w+)\\s*:[^}]+}", "{$1}");
    }
}
