package locality.governance.gateway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import locality.governance.action.Due;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is to be done although a gateway is passed.
///
/// @param dueOn a day (`2018-09-30`) or a month (`2018-09`: by its last day)
/// @param covers the code of a criterion of the due diligence that is Red
@Schema(name = "GatewayConditionToAgree")
record ConditionToAgree(
        @NotBlank @Size(max = 2000) String text,
        @NotBlank String dueOn,
        @Size(max = 500) @Nullable String covers) {

    ChangeGateway.ToAgree said() {
        return new ChangeGateway.ToAgree(text, Due.of(dueOn, null, null), covers);
    }
}
