package locality.governance.closedown;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that is still an organisation's.
///
/// @param since the first day it is, or is to be
/// @param byHand why a transfer does not move it, null when it does
/// @param clearedBy the call that clears it
@Schema(name = "ClosedownItem")
public record OpenItem(
        OpenKind kind,
        String reference,
        String title,
        LocalDate since,
        Locality locality,
        @Nullable String byHand,
        Call clearedBy) {

    /// A call of this service. What only the caller can know stands in braces in the path, or is
    /// left out of the body.
    @Schema(name = "ClosedownCall")
    public record Call(String method, String path, Map<String, Object> body) {

        private static final String BASE = "/api/governance/v1";

        static Call post(String path, Map<String, Object> body) {
            return new Call("POST", BASE + path, body);
        }

        /// As the worklist names it.
        ClearingCall asListed() {
            return ClearingCall.post(
                    path.substring(BASE.length()),
                    body.entrySet().stream()
                            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                            .toArray());
        }
    }

    OpenItem onlyByHand(String why) {
        return new OpenItem(kind, reference, title, since, locality, why, clearedBy);
    }
}
