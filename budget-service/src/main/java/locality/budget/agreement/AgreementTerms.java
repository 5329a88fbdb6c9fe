package locality.budget.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The money terms of an agreement, all of them, from a day on until the next ones start.
///
/// @param number counts the terms of an agreement, from 1
/// @param agreementVersion the version of the agreement they are of, as governance counts it
/// @param legalPowers the names of [LegalPower]s
/// @param host who holds the money, by ODS or GSS code
/// @param manager of the pooled fund, null while there is none
/// @param virementScheme null where every virement needs a decision of a body
/// @param carryForwardScheme null where nothing may be carried into the next year
/// @param recordedAt when they were set; before, the former ones were known to hold
@Embeddable
public record AgreementTerms(
        UUID id,
        @Column(insertable = false, updatable = false) int number,
        int agreementVersion,
        LocalDate startsOn,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> legalPowers,
        String host,
        @Nullable FundManager manager,
        @Enumerated(EnumType.STRING) Basis basis,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable VirementScheme virementScheme,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable CarryForwardScheme carryForwardScheme,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        Instant recordedAt) {

    /// What is missing for a pooled fund: section 75 and a manager of the fund (SI 2000/617). A
    /// host there always is.
    ///
    /// @return in words a reader of the API knows, empty if nothing is missing
    List<String> lackForAPool() {
        var lack = new ArrayList<String>();
        if (!legalPowers.contains(LegalPower.S75.name())) {
            lack.add("legalPowers S75");
        }
        if (manager == null) {
            lack.add("fundManager");
        }
        return lack;
    }

    /// Whether a pooled fund may stand on them.
    boolean mayPool() {
        return lackForAPool().isEmpty();
    }

    boolean isManagedByDecision() {
        return manager != null && manager.decisionId() != null;
    }

    List<AgreementTermsSet.VirementTier> virementTiersTold() {
        return virementScheme == null
                ? List.of()
                : virementScheme.tiers().stream()
                        .map(
                                tier ->
                                        new AgreementTermsSet.VirementTier(
                                                tier.upToPence(),
                                                tier.yearUpToPence(),
                                                tier.decides()))
                        .toList();
    }

    List<AgreementTermsSet.CarriedForward> carriedForwardTold() {
        return carryForwardScheme == null
                ? List.of()
                : carryForwardScheme.sources().stream()
                        .map(
                                one ->
                                        new AgreementTermsSet.CarriedForward(
                                                one.source(),
                                                one.upToBasisPoints(),
                                                one.decisionFunction()))
                        .toList();
    }

    /// These terms as the next ones, on another basis from a day on.
    AgreementTerms on(
            Basis other, LocalDate day, int ofVersion, Provenance source, Instant recorded) {
        return new AgreementTerms(
                Ids.next(),
                number + 1,
                ofVersion,
                day,
                legalPowers,
                host,
                manager,
                other,
                virementScheme,
                carryForwardScheme,
                source,
                recorded);
    }

    /// @throws AgreementRefusal if its schemes do not hold together
    void requireSound() {
        if (virementScheme != null) {
            virementScheme.requireOrdered();
            if (manager == null && virementScheme.asksTheManager()) {
                throw new AgreementRefusal.NoManager(startsOn);
            }
        }
        if (carryForwardScheme != null) {
            carryForwardScheme.requireEachOnce();
        }
    }
}
