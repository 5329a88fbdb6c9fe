package locality.reporting.page;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Only a signed-in visitor gets here: anybody else is sent to the issuer first, and comes back.
@Path("/login")
class SignInPage {

    @GET
    @RolesAllowed("**")
    @Operation(hidden = true, summary = "Signs in")
    public Response signedIn() {
        return Response.seeOther(URI.create("/")).build();
    }

    @ServerExceptionMapper
    Uni<Response> notSignedIn(UnauthorizedException refused, RoutingContext http) {
        return challenge(http);
    }

    /// What the mechanism of this address asks of who is not signed in: a redirect to the issuer.
    static Uni<Response> challenge(RoutingContext http) {
        HttpAuthenticator authenticator = http.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(http)
                .map(
                        challenge -> {
                            var answer = Response.status(challenge.status);
                            challenge
                                    .getHeaders()
                                    .forEach(
                                            (name, value) -> answer.header(name.toString(), value));
                            return answer.build();
                        });
    }
}
