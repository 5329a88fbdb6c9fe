package locality.intervention.register;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import locality.platform.identifier.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A component to add.
@Schema(name = "NewComponent")
record NewComponent(
        @NotBlank @Size(max = 300) String name,
        @Schema(description = "When it is meant to go live") @Nullable LocalDate goLiveOn,
        @Schema(description = "When it did; not in the future") @Nullable LocalDate liveSince,
        @Schema(description = "0 if not given") @Min(0) @Max(100_000)
                @Nullable Integer postsToRecruit,
        @Schema(description = "0 if not given") @Min(0) @Max(100_000)
                @Nullable Integer postsRecruited) {

    Component component() {
        return new Component(
                Ids.next(),
                name,
                goLiveOn,
                liveSince,
                postsToRecruit == null ? 0 : postsToRecruit,
                postsRecruited == null ? 0 : postsRecruited);
    }
}
