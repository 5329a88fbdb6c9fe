package locality.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import locality.platform.caller.Roles;
import locality.platform.refusal.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;

/// Says once in every OpenAPI document what every operation has in common: how it refuses, and the
/// headers that make a command safe to repeat. An operation's own words about an answer stand.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonContract implements OASFilter {

    private static final String RESPONSES = "#/components/responses/";
    private static final Set<String> SAID_BY_THE_FRAMEWORK =
            Set.of("Bad Request", "Not Authorized", "Not Allowed");

    /// How operations refuse, by the code that stands for each.
    private enum Refused {
        MALFORMED("400", "MALFORMED: it cannot be read; `errors` names each fault and its place"),
        UNAUTHENTICATED("401", "UNAUTHENTICATED: there is no valid token"),
        FORBIDDEN("403", "FORBIDDEN: your roles do not allow this"),
        NOT_FOUND("404", "NOT_FOUND: it is not there, or not for you"),
        CHANGED_MEANWHILE("409", "CHANGED_MEANWHILE: somebody else changed it just now"),
        STALE("412", "STALE: it has changed since you read the ETag that you sent"),
        RULE_BROKEN("422", "IDEMPOTENCY_KEY_REUSED, or a rule says no: `code` says which"),
        BUSY("503", "BUSY: nothing was done; repeat it when Retry-After says");

        private final String status;
        private final String words;

        Refused(String status, String words) {
            this.status = status;
            this.words = words;
        }
    }

    private final IdempotentOperations idempotent;

    public CommonContract(IndexView index) {
        this.idempotent = new IdempotentOperations(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        declare(document.getComponents());
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach((verb, one) -> complete(path, verb, one)));
    }

    private static void declare(Components components) {
        for (var refused : Refused.values()) {
            components.addResponse(
                    refused.name(),
                    OASFactory.createAPIResponse().description(refused.words).content(problem()));
        }
    }

    private void complete(String path, PathItem.HttpMethod verb, Operation operation) {
        operation.getResponses().getAPIResponses().forEach(CommonContract::describe);
        Optional.ofNullable(operation.getSecurity())
                .ifPresent(all -> all.forEach(CommonContract::nameReaders));
        refuse(operation, Refused.UNAUTHENTICATED, Refused.FORBIDDEN);
        if (path.contains("{")) {
            refuse(operation, Refused.NOT_FOUND);
        }
        idempotent.find(verb.name(), path).ifPresent(required -> command(operation, required));
        var parameters =
                Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        if (!parameters.isEmpty() || operation.getRequestBody() != null) {
            refuse(operation, Refused.MALFORMED);
        }
        if (parameters.stream().anyMatch(CommonContract::isIfMatch)) {
            refuse(operation, Refused.STALE);
        }
    }

    /// Whoever reads the document knows the roles of tokens, of which each may read.
    private static void nameReaders(SecurityRequirement requirement) {
        requirement
                .getSchemes()
                .forEach(
                        (scheme, roles) -> {
                            if (roles.contains(Roles.READER)) {
                                requirement.addScheme(scheme, Roles.ALL);
                            }
                        });
    }

    private static void command(Operation operation, boolean keyRequired) {
        operation.addParameter(
                OASFactory.createParameter()
                        .name(IdempotencyInterceptor.HEADER)
                        .in(Parameter.In.HEADER)
                        .required(keyRequired)
                        .description(
                                "Of your own choice; a repeat with the same is done once. Imports"
                                        + " of CSV require it.")
                        .schema(
                                OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .minLength(1)
                                        .maxLength(IdempotencyInterceptor.LONGEST_KEY)));
        refuse(
                operation,
                Refused.NOT_FOUND,
                Refused.CHANGED_MEANWHILE,
                Refused.RULE_BROKEN,
                Refused.BUSY);
    }

    private static boolean isIfMatch(Parameter parameter) {
        return HttpHeaders.IF_MATCH.equals(parameter.getName());
    }

    private static void refuse(Operation operation, Refused... ways) {
        var responses = operation.getResponses();
        for (var way : ways) {
            var said = responses.getAPIResponse(way.status);
            if (said == null
                    || SAID_BY_THE_FRAMEWORK.contains(String.valueOf(said.getDescription()))) {
                responses.addAPIResponse(
                        way.status, OASFactory.createAPIResponse().ref(RESPONSES + way.name()));
            }
        }
    }

    /// A refusal is a problem, and what is not JSON is text.
    private static void describe(String status, APIResponse response) {
        if (response.getContent() != null) {
            response.setContent(described(response.getContent()));
        } else if (status.startsWith("4") && response.getRef() == null) {
            response.setContent(problem());
        }
    }

    /// Each media type with a schema, and without the weight (`;qs=`) that only the service needs.
    /// What is a table is a workbook too (see [Workbooks]).
    private static Content described(Content given) {
        var content = OASFactory.createContent();
        given.getMediaTypes()
                .forEach(
                        (type, body) -> {
                            if (body.getSchema() == null) {
                                body.setSchema(
                                        OASFactory.createSchema().addType(SchemaType.STRING));
                            }
                            content.addMediaType(type.replaceFirst(";\\s*qs=.*", ""), body);
                        });
        if (content.hasMediaType("text/csv")) {
            content.addMediaType(Workbook.MEDIA_TYPE, binary());
        }
        return content;
    }

    private static MediaType binary() {
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/Problem")));
    }
}
