package locality.budget.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whose money it is, and how much of it.
@Schema(name = "Owner")
record Owner(
        @NotBlank @Schema(description = "ODS or GSS code") String organisation,
        @NotNull Pence sharePence) {}
