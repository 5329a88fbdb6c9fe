package locality.governance.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of a framework as it is shown.
///
/// @param id of the version
/// @param scale from the worst word to the best; empty where nothing is rated
/// @param target the word to be reached; whatever is worse is a gap
@Schema(name = "AssessmentFramework")
record FrameworkView(
        UUID id,
        String code,
        String title,
        FrameworkKind kind,
        Locality locality,
        LocalDate effectiveOn,
        List<Word> scale,
        @Nullable String target,
        List<Domain> domains,
        int criteria,
        Provenance provenance) {

    @Schema(name = "ScaleWord")
    record Word(String word, boolean gap, boolean red) {}

    @Schema(name = "AssessmentDomain")
    record Domain(String title, List<Titled> criteria) {}

    /// @param code unique in the framework
    @Schema(name = "AssessmentCriterion")
    record Titled(String code, String title) {}

    static FrameworkView of(Framework one) {
        return new FrameworkView(
                one.id,
                one.code,
                one.title,
                one.kind,
                one.locality,
                one.effectiveOn,
                one.scale.stream()
                        .map(word -> new Word(word, one.isGap(word), one.isRed(word)))
                        .toList(),
                one.target,
                one.domains.stream().map(domain -> domain(one, domain)).toList(),
                one.criteria.size(),
                one.provenance);
    }

    private static Domain domain(Framework one, String domain) {
        return new Domain(
                domain,
                one.criteria.stream()
                        .filter(criterion -> criterion.domain().equals(domain))
                        .map(criterion -> new Titled(criterion.code(), criterion.title()))
                        .toList());
    }
}
