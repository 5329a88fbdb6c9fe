package locality.budget.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.DecisionTaken;
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
        var subject = told.subject();
        subjectType = subject == null ? null : subject.type();
        subjectId = subject == null ? null : subject.id();
        locality = told.locality();
        effectiveOn = told.effectiveOn();
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    /// @throws AuthorityRefusal saying which of state, subject, function, amount or date it does
    ///   not cover
    public Authority requireCovering(Matter matter) {
        if (!state.equals("IN_EFFECT") || !validityCodes.isEmpty()) {
            throw new AuthorityRefusal.NotInEffect(reference, state, validityCodes);
        }
        if (!APPROVALS.contains(decisionType)) {
            throw new AuthorityRefusal.NotAnApproval(reference, decisionType);
        }
        if (matter.locality() != locality || !isAbout(matter)) {
            throw new AuthorityRefusal.OtherSubject(reference, subjectType, subjectId);
        }
        if (matter.function() != null && !matter.function().equals(function)) {
            throw new AuthorityRefusal.OtherFunction(reference, function, matter.function());
        }
        if (valuePence == null || matter.amount().exceeds(valuePence)) {
            throw new AuthorityRefusal.AmountNotCovered(reference, valuePence, matter.amount());
        }
        if (effectiveOn.isAfter(matter.on())) {
            throw new AuthorityRefusal.NotYetInEffect(reference, effectiveOn, matter.on());
        }
        return Authority.decision(id);
    }

    private boolean isAbout(Matter matter) {
        return matter.names().stream()
                .anyMatch(name -> name.type().equals(subjectType) && name.id().equals(subjectId));
    }
}
