package locality.governance.register;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something that an entry is about or hangs together with: `{"type": "milestone", "id": ...}`.
///
/// @param type as in `register-entry`, `decision`, `milestone`, `agreement`, `workstream`, `plan`,
///   `guidance`
/// @param id its id or reference
@Schema(name = "RegisterLink")
public record Link(
        @NotBlank @Pattern(regexp = "[a-z][a-z-]{1,39}") String type, @NotBlank String id) {

    static final String ENTRY = "register-entry";
    static final String DECISION = "decision";
    static final String GUIDANCE = "guidance";
}
