package locality.budget.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An agreement as it is answered, with what its terms say on a day; before they begin, nothing.
@Schema(name = "Agreement")
record AgreementView(
        UUID id,
        String reference,
        String name,
        Locality locality,
        @Schema(description = "The reference by which governance tells of it")
                String governanceReference,
        List<String> legalPowers,
        @Nullable String host,
        @Nullable FundManager fundManager,
        @Schema(description = "The version that the terms on this day are of")
                @Nullable Integer agreementVersion,
        BasisOn basisOn,
        @Schema(description = "The basis of each of its terms, in order") List<BasisFrom> bases,
        Provenance provenance,
        long version) {

    @Schema(name = "BasisFrom")
    record BasisFrom(int version, Basis basis, LocalDate startsOn, Provenance provenance) {

        static BasisFrom of(AgreementTerms terms) {
            return new BasisFrom(
                    terms.agreementVersion(), terms.basis(), terms.startsOn(), terms.provenance());
        }
    }

    @Schema(name = "BasisOn")
    record BasisOn(LocalDate on, @Nullable Basis basis) {}

    static AgreementView of(Agreement agreement, LocalDate on) {
        var terms = agreement.termsOn(on);
        return new AgreementView(
                agreement.id,
                agreement.reference,
                agreement.name,
                agreement.locality,
                agreement.governedAs(),
                terms.map(AgreementTerms::legalPowers).orElse(List.of()),
                terms.map(AgreementTerms::host).orElse(null),
                terms.flatMap(one -> Optional.ofNullable(one.manager())).orElse(null),
                terms.map(AgreementTerms::agreementVersion).orElse(null),
                new BasisOn(on, terms.map(AgreementTerms::basis).orElse(null)),
                agreement.terms.stream().map(BasisFrom::of).toList(),
                agreement.provenance,
                agreement.version);
    }
}
