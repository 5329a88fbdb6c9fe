package locality.budget.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.budget.partnership.GovernedAgreement;
import locality.budget.partnership.Standing;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The money side of a partnership agreement: terms from a day on, each set of them under a version
/// of the agreement. Terms for a later day never change what held before.
@Entity
public class Agreement {
    @Id UUID id;
    String reference;
    String name;
    Locality locality;

    /// How governance names the agreement, null where it is by the same reference.
    @Nullable String governanceReference;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_terms", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<AgreementTerms> terms = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public Locality locality() {
        return locality;
    }

    /// The reference by which governance tells of it.
    public String governedAs() {
        return governanceReference == null ? reference : governanceReference;
    }

    /// Who holds the money on a day: before the agreement begins, who does when it begins.
    public String hostOn(LocalDate day) {
        return termsOn(day).orElseGet(terms::getFirst).host();
    }

    /// Who manages the pooled fund on a day; empty while nobody does.
    public Optional<FundManager> managerOn(LocalDate day) {
        return termsOn(day).flatMap(one -> Optional.ofNullable(one.manager()));
    }

    /// Whether it pools money on a day: on that basis, and with the host and the manager that
    /// section 75 needs for it (SI 2000/617).
    public boolean poolsOn(LocalDate day) {
        return termsOn(day).filter(one -> one.basis() == Basis.POOLED && one.mayPool()).isPresent();
    }

    /// The terms that hold on a day; empty before the agreement begins.
    public Optional<AgreementTerms> termsOn(LocalDate day) {
        return termsOn(day, Instant.MAX);
    }

    /// As [#termsOn], as far as they were set by a moment.
    Optional<AgreementTerms> termsOn(LocalDate day, Instant knownAt) {
        return terms.stream()
                .filter(one -> !one.startsOn().isAfter(day) && !one.recordedAt().isAfter(knownAt))
                .max(Comparator.comparing(AgreementTerms::startsOn));
    }

    /// The basis on a day; empty before the agreement begins.
    public Optional<Basis> basisOn(LocalDate day) {
        return termsOn(day).map(AgreementTerms::basis);
    }

    /// The version that the terms of a day are of; empty before the agreement begins.
    public Optional<Integer> versionOn(LocalDate day) {
        return termsOn(day).map(AgreementTerms::agreementVersion);
    }

    AgreementTerms lastTerms() {
        return terms.getLast();
    }

    /// How a decision may name it: by its own id or reference, or as governance does, the agreement
    /// or one of its versions.
    Set<Subject> names(int agreementVersion) {
        return Stream.of(
                        id.toString(),
                        reference,
                        governedAs(),
                        "%s/%d".formatted(governedAs(), agreementVersion))
                .map(name -> new Subject("agreement", name))
                .collect(Collectors.toSet());
    }

    /// The version new terms are of: the one they name, else the one in force on the day they
    /// start, else that of the terms before, else the first.
    int versionOf(@Nullable Integer named, LocalDate startsOn, GovernedAgreement governed) {
        if (named != null) {
            return named;
        }
        int former = terms.isEmpty() ? 1 : lastTerms().agreementVersion();
        return governed.inForceOn(startsOn).map(Standing::agreementVersion).orElse(former);
    }

    /// Sets the terms from a day on. The basis changes with a period. A pool is made and left, and
    /// who may vire how much is agreed, only under a version that is signed and holds on that day.
    /// No pool is left for days on which its money moved.
    ///
    /// @param governed what governance told of the agreement
    /// @param pooledMoneyMovedOn the last day from which they start, or later, on which its pooled
    ///   money moved; null if on none
    /// @throws AgreementRefusal if a rule of the terms is broken
    /// @throws locality.budget.partnership.PartnershipRefusal if the version they cite does not
    ///   allow them
    AgreementTermsSet set(
            AgreementTerms next,
            GovernedAgreement governed,
            @Nullable LocalDate pooledMoneyMovedOn) {
        requireAfterTheLast(next);
        requireBasisWithAPeriod(next);
        if (leavesThePool(next) && pooledMoneyMovedOn != null) {
            throw new AgreementRefusal.MoneyMovedSince(reference, next, pooledMoneyMovedOn);
        }
        next.requireSound();
        governed.requireTold(next.agreementVersion());
        if (next.basis().movesCashBetweenPartners()) {
            requireMayPool(next);
        }
        if (needsASignature(next)) {
            governed.requireSigned(next.agreementVersion(), next.startsOn());
        }
        terms.add(next);
        return told(next);
    }

    /// Says by which reference governance tells of it. What it told once stays what it told of this
    /// agreement, so the reference holds from then on.
    ///
    /// @param governed what it told by the reference that was said before
    /// @throws AgreementRefusal if it told something
    AgreementEvent.GovernedAs nameGoverned(
            String other, GovernedAgreement governed, LocalDate today) {
        if (!other.equals(governedAs()) && governed.lastTold().isPresent()) {
            throw new AgreementRefusal.AlreadyGoverned(reference, governed);
        }
        governanceReference = other;
        return new AgreementEvent.GovernedAs(id, other, locality, today);
    }

    /// The terms set last, told again, so that readers learn how governance names the agreement.
    AgreementTermsSet toldAgain() {
        return told(lastTerms());
    }

    private void requireAfterTheLast(AgreementTerms next) {
        if (!terms.isEmpty() && !next.startsOn().isAfter(lastTerms().startsOn())) {
            throw new AgreementRefusal.NotAfterTheLast(next.startsOn(), lastTerms().startsOn());
        }
    }

    private void requireBasisWithAPeriod(AgreementTerms next) {
        boolean isSame = !terms.isEmpty() && lastTerms().basis() == next.basis();
        if (!isSame && next.startsOn().getDayOfMonth() != 1) {
            throw new AgreementRefusal.NotAPeriodBoundary(next.startsOn());
        }
    }

    private void requireMayPool(AgreementTerms next) {
        if (!next.mayPool()) {
            throw new AgreementRefusal.MayNotPool(reference, next);
        }
        var former = terms.isEmpty() ? null : lastTerms().manager();
        if (former != null && former.decisionId() != null && !next.isManagedByDecision()) {
            throw new AgreementRefusal.ManagerNotAppointed(reference, next, former);
        }
    }

    /// Whatever the partners bind themselves to: a pool, its end, and who may vire how much.
    private boolean needsASignature(AgreementTerms next) {
        var scheme = terms.isEmpty() ? null : lastTerms().virementScheme();
        return next.basis().movesCashBetweenPartners()
                || leavesThePool(next)
                || !Objects.equals(scheme, next.virementScheme());
    }

    private boolean leavesThePool(AgreementTerms next) {
        return !terms.isEmpty()
                && lastTerms().basis().movesCashBetweenPartners()
                && !next.basis().movesCashBetweenPartners();
    }

    private AgreementTermsSet told(AgreementTerms set) {
        var manager = set.manager();
        return new AgreementTermsSet(
                set.id(),
                reference,
                set.agreementVersion(),
                set.legalPowers(),
                set.host(),
                manager == null ? null : manager.post(),
                manager == null ? null : manager.employer(),
                manager == null ? null : manager.decisionId(),
                set.basis().name(),
                locality,
                set.startsOn(),
                set.provenance(),
                governanceReference,
                set.virementTiersTold(),
                set.carriedForwardTold());
    }
}
