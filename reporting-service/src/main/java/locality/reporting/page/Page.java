package locality.reporting.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/// A page as it leaves: not kept by anybody on the way, and with a policy that runs no script but
/// our own files.
final class Page {

    private static final String POLICY = "Content-Security-Policy";
    private static final String OWN_FILES_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /// The reader of the OpenAPI documents sets styles of its own.
    private static final String OWN_FILES_AND_STYLES =
            OWN_FILES_ONLY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final String MINUS = "\u2212";
    private static final String WORD_JOINER = "\u2060";
    private static final Pattern BELOW_ZERO = Pattern.compile("(?<![\\p{L}\\p{N}])-£");

    private Page() {}

    static Response of(TemplateInstance page) {
        return with(page, 200, OWN_FILES_ONLY).build();
    }

    static Response withReader(TemplateInstance page) {
        return with(page, 200, OWN_FILES_AND_STYLES).build();
    }

    static Response problem(TemplateInstance page, int status) {
        return with(page, status, OWN_FILES_ONLY).build();
    }

    /// The same as JSON, at the same address.
    static Response twin(Object answer) {
        return Response.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Cookie")
                .build();
    }

    static Response.ResponseBuilder with(TemplateInstance page, int status, String policy) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(unbroken(page.render()))
                .header(POLICY, policy)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Cookie");
    }

    /// An amount below zero is one word: a hyphen would let its minus stand at the end of a line
    /// and the pounds begin the next. A hyphen after a word or a number is none, as in `£3m-£5m`.
    static String unbroken(String page) {
        return BELOW_ZERO.matcher(page).replaceAll(MINUS + WORD_JOINER + "£");
    }
}
