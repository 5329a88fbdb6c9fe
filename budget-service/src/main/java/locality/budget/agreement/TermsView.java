package locality.budget.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.partnership.GovernedAgreement;
import locality.budget.partnership.Standing;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The money terms of an agreement on a day, and the version that governance told as in force.
@Schema(name = "AgreementTermsOn")
record TermsView(
        String agreement,
        @Schema(description = "The reference by which governance tells of it")
                String governanceReference,
        LocalDate on,
        @Schema(description = "As far as was known by this moment") Instant knownAt,
        @Schema(description = "Null before they begin") @Nullable Terms terms,
        @Schema(description = "The version in force that day; without one no pooled money moves")
                @Nullable Standing inForce,
        @Schema(description = "What governance told last; null if it told nothing")
                GovernedAgreement.@Nullable LastTold lastTold) {

    @Schema(name = "AgreementTerms")
    record Terms(
            UUID id,
            @Schema(description = "Counts the terms of the agreement, from 1") int number,
            int agreementVersion,
            LocalDate startsOn,
            List<String> legalPowers,
            String host,
            @Nullable FundManager fundManager,
            Basis basis,
            @Schema(description = "Null where every virement needs the decision of a body")
                    @Nullable VirementScheme virementScheme,
            @Schema(description = "Null where nothing may be carried into the next year")
                    @Nullable CarryForwardScheme carryForwardScheme,
            Provenance provenance,
            Instant recordedAt) {

        static Terms of(AgreementTerms terms) {
            return new Terms(
                    terms.id(),
                    terms.number(),
                    terms.agreementVersion(),
                    terms.startsOn(),
                    terms.legalPowers(),
                    terms.host(),
                    terms.manager(),
                    terms.basis(),
                    terms.virementScheme(),
                    terms.carryForwardScheme(),
                    terms.provenance(),
                    terms.recordedAt());
        }
    }

    static TermsView of(
            Agreement agreement, GovernedAgreement governed, LocalDate on, Instant knownAt) {
        return new TermsView(
                agreement.reference,
                agreement.governedAs(),
                on,
                knownAt,
                agreement.termsOn(on, knownAt).map(Terms::of).orElse(null),
                governed.inForceOn(on).orElse(null),
                governed.lastTold().orElse(null));
    }
}
