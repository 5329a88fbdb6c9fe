package locality.budget.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What may be carried into the next year of money that is neither spent nor committed. A source
/// that it does not name allows nothing.
///
/// @param sources each once
@Schema(name = "CarryForwardScheme")
public record CarryForwardScheme(@NotNull List<@Valid @NotNull Allowance> sources) {

    public CarryForwardScheme {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /// @param source the funding source, as lines name it
    /// @param upToBasisPoints how much of what the source gave in the year, 0 to 10,000
    /// @param decisionFunction the function in which a body decides on it
    @Schema(name = "CarryForwardAllowance")
    public record Allowance(
            @NotBlank @Schema(examples = "NHS minimum contribution") String source,
            @Min(0) @Max(10_000) @Schema(examples = "500") int upToBasisPoints,
            @NotBlank @Schema(examples = "pooled-budget") String decisionFunction) {}

    /// What a source allows, empty if it allows nothing.
    public Optional<Allowance> of(String source) {
        return sources.stream().filter(one -> one.source().equals(source)).findFirst();
    }

    /// @throws AgreementRefusal if it names a source twice
    void requireEachOnce() {
        var seen = new HashSet<String>();
        for (var one : sources) {
            if (!seen.add(one.source())) {
                throw new AgreementRefusal.SourceTwice(one.source());
            }
        }
    }
}
