package locality.reporting.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import locality.platform.caller.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The doors: what this is, and the reader of the OpenAPI documents.
@Path("/")
@RunOnVirtualThread
class HomePages {

    private final SecurityIdentity identity;
    private final CurrentCaller caller;

    HomePages(SecurityIdentity identity, CurrentCaller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @Operation(hidden = true, summary = "Says what this is")
    public Response home() {
        var visitor = Visitor.of(identity, caller);
        var localities =
                visitor == null
                        ? List.<locality.platform.place.Locality>of()
                        : visitor.localities();
        return Page.of(Templates.home(visitor, localities));
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @Operation(hidden = true, summary = "Shows the four OpenAPI documents in one reader")
    public Response docs() {
        TemplateInstance page = Templates.docs(Visitor.of(identity, caller), DocumentView.all());
        return Page.withReader(page);
    }
}
