package locality.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Every table that a service gives as CSV it gives as a workbook too, to whoever asks for
/// [Workbook#MEDIA_TYPE]; a browser, which cannot, asks at the same address with `.xlsx` instead of
/// `.csv`. Where there is no table the answer is as for `text/csv`: 406, or 404.
class Workbooks {

    private static final String ASKED = Workbooks.class.getName();
    private static final MediaType CSV = new MediaType("text", "csv");
    private static final String NAMED = ".xlsx";

    @ServerRequestFilter(preMatching = true)
    public void askForTheTable(ContainerRequestContext request) {
        var address = request.getUriInfo().getRequestUri();
        var path = address.getRawPath();
        if (path.endsWith(NAMED)) {
            request.setProperty(ASKED, true);
            request.setRequestUri(
                    UriBuilder.fromUri(address)
                            .replacePath(path.substring(0, path.length() - NAMED.length()) + ".csv")
                            .build());
        }
        var accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(Workbook.MEDIA_TYPE)) {
            request.setProperty(ASKED, true);
            request.getHeaders()
                    .putSingle(
                            HttpHeaders.ACCEPT,
                            accepted.replace(Workbook.MEDIA_TYPE, CSV.toString()));
        }
    }

    @ServerResponseFilter
    public void bindTheTable(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ASKED) != null
                && response.getMediaType() != null
                && response.getMediaType().isCompatible(CSV)
                && response.getEntity() instanceof String table) {
            response.setEntity(Workbook.of(table), null, MediaType.valueOf(Workbook.MEDIA_TYPE));
            response.getHeaders()
                    .computeIfPresent(
                            HttpHeaders.CONTENT_DISPOSITION,
                            (name, values) ->
                                    List.of(
                                            values.getFirst()
                                                    .toString()
                                                    .replace(".csv\"", ".xlsx\"")));
        }
    }
}
