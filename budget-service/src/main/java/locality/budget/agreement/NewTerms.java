package locality.budget.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Money terms as they are asked for.
///
/// @param agreementVersion the version they are of; null for the one in force that day
@Schema(name = "NewAgreementTerms")
record NewTerms(
        @NotNull LocalDate startsOn,
        @Min(1) @Nullable Integer agreementVersion,
        @NotEmpty Set<@NotNull LegalPower> legalPowers,
        @NotBlank @Schema(description = "ODS or GSS code of the host", examples = "E08000005")
                String host,
        @Valid @Nullable Manager fundManager,
        @NotNull Basis basis,
        @Valid @Nullable VirementScheme virementScheme,
        @Valid @Nullable CarryForwardScheme carryForwardScheme,
        @Nullable Provenance provenance) {

    /// @param decisionId the decision that appoints it, by id or reference
    @Schema(name = "NewFundManager")
    record Manager(
            @NotBlank @Schema(examples = "Chief finance officer") String post,
            @NotBlank @Schema(description = "ODS or GSS code", examples = "01D") String employer,
            @Nullable @Schema(examples = "MCR-HWBB-2015-01-28/2") String decisionId) {}
}
