package locality.budget.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A decision as governance last told of it. Money may cite it when it is in effect and covers the
/// subject, the amount and the date.
@Entity
public class KnownDecision {
    private static final Set<String> APPROVALS = Set.of("APPROVE", "RATIFY");
    private static final String RATIFIED = "RATIFIED";

    @Id UUID id;
    String reference;
    String title;
    UUID bodyId;
    String bodyName;
    String decisionType;
    String state;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> validityCodes;

    @Nullable String function;
    @Nullable Pence valuePence;
    boolean pooled;

    @JdbcTypeCode(SqlTypes.JSON)
    List<MoneyOwner> owners = List.of();

    @Nullable String subjectType;
    @Nullable String subjectId;
    Locality locality;
    LocalDate effectiveOn;

    void learn(DecisionTaken told) {
        reference = told.reference();
        title = told.title();
        bodyId = told.bodyId();
        bodyName = told.bodyName();
        decisionType = told.decisionType();
        state = told.state();
        validityCodes = List.copyOf(told.validityCodes());
        function = told.function();
        valuePence = told.valuePence();
        var decided = DecidedOwners.of(told);
        pooled = decided.pooled();
        owners = decided.owners();
        var subject = told.subject();
        subjectType = subject == null ? null : subject.type();
        subjectId = subject == null ? null : subject.id();
        locality = told.locality();
        effectiveOn = told.effectiveOn();
    }

    /// What was done under it stays; nothing new is, until it is told as taken again.
    void learn(DecisionChanged told) {
        state = told.state();
    }

    /// Whether money may move under a decision as it was told: it is in effect, or what it was
    /// invalid for was made good by one that ratified it.
    public static boolean binds(String state, List<String> validityCodes) {
        return state.equals(RATIFIED) || state.equals("IN_EFFECT") && validityCodes.isEmpty();
    }

    boolean isBinding() {
        return binds(state, validityCodes);
    }

    /// @throws AuthorityRefusal if it no longer binds
    public void requireBinding() {
        if (!isBinding()) {
            throw new AuthorityRefusal.NotInEffect(reference, state, validityCodes);
        }
    }

    /// Whether a decision of this type lets money move; a recommendation does not.
    public static boolean isApproval(String decisionType) {
        return APPROVALS.contains(decisionType);
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    /// The body that took it.
    public String bodyName() {
        return bodyName;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public boolean isIn(String otherFunction) {
        return otherFunction.equals(function);
    }

    /// @throws AuthorityRefusal saying which of state, subject, function, amount, owners or date it
    ///   does not cover
    public Authority requireCovering(Matter matter) {
        requireApproving(matter.names(), matter.locality());
        if (matter.function() != null && !matter.function().equals(function)) {
            throw new AuthorityRefusal.OtherFunction(reference, function, matter.function());
        }
        if (valuePence == null || matter.amount().exceeds(valuePence)) {
            throw new AuthorityRefusal.AmountNotCovered(reference, valuePence, matter.amount());
        }
        requireOwners(matter.owners(), matter.pooled());
        requireInEffectBy(matter.on());
        return Authority.decision(id);
    }

    /// That it decides something which is no amount of money, such as an appointment.
    ///
    /// @param names every way in which it may name what it decides; one of them is enough
    /// @param on the day by which it must be in effect
    /// @throws AuthorityRefusal saying which of state, subject or date it does not cover
    public void requireDeciding(Set<Subject> names, LocalDate on, Locality place) {
        requireApproving(names, place);
        requireInEffectBy(on);
    }

    private void requireApproving(Set<Subject> names, Locality place) {
        requireBinding();
        if (!isApproval(decisionType)) {
            throw new AuthorityRefusal.NotAnApproval(reference, decisionType);
        }
        if (place != locality || !isAbout(names)) {
            throw new AuthorityRefusal.OtherSubject(reference, subjectType, subjectId);
        }
    }

    private void requireInEffectBy(LocalDate on) {
        if (effectiveOn.isAfter(on)) {
            throw new AuthorityRefusal.NotYetInEffect(reference, effectiveOn, on);
        }
    }

    /// That it is about so much of each of these owners' money.
    ///
    /// @param inOnePool whether all of it lies in one pool
    /// @throws AuthorityRefusal naming an owner of whose money, or of so much, it was not taken
    public void requireOwners(Map<String, Pence> shares, boolean inOnePool) {
        var notCovered = new DecidedOwners(pooled, owners).notCovered(shares, inOnePool);
        if (notCovered.isPresent()) {
            var owner = notCovered.get();
            throw new AuthorityRefusal.OwnerNotCovered(reference, owners, owner, shares.get(owner));
        }
    }

    /// Whether one of these names its subject.
    public boolean isAbout(Set<Subject> names) {
        return names.stream()
                .anyMatch(name -> name.type().equals(subjectType) && name.id().equals(subjectId));
    }
}
