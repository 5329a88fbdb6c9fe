package locality.governance;

import locality.platform.refusal.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Says in the OpenAPI document once what holds for every refusal: it is an RFC 9457 problem.
public class ProblemResponses implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("4")) {
                                describe(response);
                            }
                        });
        return operation;
    }

    private static void describe(APIResponse response) {
        if (response.getContent() == null) {
            response.setContent(problem());
        }
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
