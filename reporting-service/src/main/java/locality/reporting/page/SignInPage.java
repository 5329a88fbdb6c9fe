package locality.reporting.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Only a signed-in visitor gets here: anybody else is sent to the issuer first, and comes back.
@Path("/login")
class SignInPage {

    @GET
    @RolesAllowed("**")
    @Operation(hidden = true, summary = "Signs in")
    public Response signedIn() {
        return Response.seeOther(URI.create("/")).build();
    }
}
