package locality.reporting.page;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import locality.platform.caller.CurrentCaller;
import locality.platform.refusal.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Shows a person a problem as a page, whatever refused and at whatever address, so that nobody is
/// stranded: who is signed in can sign out. Programs, and the addresses of the API, keep the JSON.
class ProblemPages {

    private final SecurityIdentity identity;
    private final CurrentCaller caller;

    ProblemPages(SecurityIdentity identity, CurrentCaller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && isOfAPerson(request)) {
            var page =
                    Page.problem(
                            Templates.problem(visitor(problem), title(problem), problem.detail()),
                            problem.status());
            response.setEntity(page.getEntity(), null, page.getMediaType());
            page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        }
    }

    private static boolean isOfAPerson(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().startsWith("/api/")
                && request.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
    }

    /// A token that names no organisation tells of no visitor either.
    private @Nullable Visitor visitor(Problem problem) {
        return problem.code().equals("NO_ORGANISATION") ? null : Visitor.of(identity, caller);
    }

    private static String title(Problem problem) {
        return switch (problem.status()) {
            case 400 -> "This address cannot be read";
            case 403 -> "Your roles do not allow this";
            case 404 -> "There is nothing here";
            default -> problem.title();
        };
    }
}
