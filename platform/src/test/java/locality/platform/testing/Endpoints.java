package locality.platform.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;

/// What a service serves, as its compiled code says: every endpoint, also those that its OpenAPI
/// document leaves out.
final class Endpoints {

    /// Where Maven puts the classes of the module under test.
    private static final Path CLASSES = Path.of("target/classes");

    /// @param roles who may call it; `public` for everybody, `signed-in` for every token
    /// @param consumes the media types of its body; none when it is read
    /// @param placeFilters the query parameters that narrow a list to one locality
    record Endpoint(
            String method,
            String path,
            Set<String> roles,
            List<String> consumes,
            List<String> placeFilters) {

        String name() {
            return method + " " + path;
        }
    }

    private Endpoints() {}

    /// The endpoints of the module in whose folder the test runs.
    static List<Endpoint> served() {
        try (var files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Endpoints::load)
                    .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                    .flatMap(Endpoints::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> load(Path file) {
        var name =
                CLASSES.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException stale) {
            throw new IllegalStateException(stale);
        }
    }

    private static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> of(resource, method).stream());
    }

    private static Optional<Endpoint> of(Class<?> resource, Method method) {
        return verb(method)
                .map(
                        verb ->
                                new Endpoint(
                                        verb,
                                        path(resource, method),
                                        roles(method),
                                        verb.equals("GET") ? List.of() : consumes(resource, method),
                                        placeFilters(method)));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        var parts =
                Stream.of(
                                resource.getAnnotation(jakarta.ws.rs.Path.class),
                                method.getAnnotation(jakarta.ws.rs.Path.class))
                        .flatMap(Stream::ofNullable)
                        .map(path -> path.value().replaceAll("^/|/$", ""))
                        .filter(part -> !part.isEmpty())
                        .toList();
        return "/" + String.join("/", parts).replaceAll("\\{(\\w+):[^}]+}", "{$1}");
    }

    private static Set<String> roles(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Set.of("public");
        }
        var allowed = method.getAnnotation(RolesAllowed.class);
        var roles = new TreeSet<>(allowed == null ? List.of() : List.of(allowed.value()));
        if (roles.remove(Roles.READER)) {
            roles.addAll(Roles.ALL);
        }
        return roles.remove("**") ? Set.of("signed-in") : roles;
    }

    private static List<String> consumes(Class<?> resource, Method method) {
        return Stream.of(
                        method.getAnnotation(Consumes.class),
                        resource.getAnnotation(Consumes.class))
                .flatMap(Stream::ofNullable)
                .map(consumes -> List.of(consumes.value()))
                .findFirst()
                .orElse(List.of("application/json"));
    }

    private static List<String> placeFilters(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == Locality.class)
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .flatMap(Stream::ofNullable)
                .map(QueryParam::value)
                .toList();
    }
}
