package locality.governance.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.platform.event.ApprovalSought;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A request for a decision, as it was asked. The body that decides it may change nothing of it:
/// another amount is another request.
@Entity
public class ApprovalRequest {
    @Id UUID id;
    String reference;
    String subjectType;
    UUID subjectId;
    String contentHash;

    @Column(name = "amount_pence")
    Pence amount;

    String functionCode;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Owner> owners;

    /// Whom it pays; nobody where money only moves from line to line.
    @Nullable String provider;

    String purpose;
    String requestedBy;
    LocalDate dueOn;
    Locality locality;
    LocalDate effectiveOn;

    @Enumerated(EnumType.STRING)
    ApprovalState state;

    @Nullable UUID answeredBy;
    @Embedded @Nullable Suggestion suggestion;

    /// When it was last looked at whether a meeting could take it.
    @Nullable Instant consideredAt;

    @Version long version;

    ApprovalRequest() {}

    static ApprovalRequest of(ApprovalRequested asked) {
        return of(
                asked,
                asked.subjectType(),
                asked.commitmentId(),
                asked.provider(),
                asked.purpose());
    }

    /// Asked as the whole of the new amount would be. The variation is a subject of its own, so
    /// that what was approved of the commitment before is not counted twice.
    static ApprovalRequest of(CommitmentVariationRequested asked) {
        return of(
                asked,
                "commitment-variation",
                asked.requestId(),
                asked.provider(),
                asked.purpose());
    }

    /// Budget that is to move from line to line.
    static ApprovalRequest of(VirementRequested asked) {
        return of(asked, asked.subjectType(), asked.virementId(), null, asked.reason());
    }

    private static ApprovalRequest of(
            ApprovalSought asked,
            String subjectType,
            UUID subjectId,
            @Nullable String provider,
            String purpose) {
        var request = new ApprovalRequest();
        request.id = asked.requestId();
        request.reference = asked.reference();
        request.subjectType = subjectType;
        request.subjectId = subjectId;
        request.contentHash = asked.contentHash();
        request.amount = asked.amountPence();
        request.functionCode = asked.function();
        request.basis = asked.basis().equals(Basis.POOLED.name()) ? Basis.POOLED : Basis.ALIGNED;
        request.owners =
                asked.owners().stream()
                        .map(owner -> new Owner(owner.organisation(), owner.sharePence()))
                        .toList();
        request.provider = provider;
        request.purpose = purpose;
        request.requestedBy = asked.requestedBy();
        request.dueOn = asked.dueOn();
        request.locality = asked.locality();
        request.effectiveOn = asked.effectiveOn();
        request.state = ApprovalState.OPEN;
        return request;
    }

    public void suggest(Suggestion who, Instant consideredAt) {
        this.suggestion = who;
        this.consideredAt = consideredAt;
    }

    public boolean isOpen() {
        return state == ApprovalState.OPEN;
    }

    /// @throws ApprovalRefusal once it is answered or withdrawn
    public void requireOpen() {
        if (state != ApprovalState.OPEN) {
            throw new ApprovalRefusal.NotOpen(reference, state);
        }
    }

    /// What a body decides that decides for these of its owners: of a pool the whole, else their
    /// shares.
    public Pence amountOf(List<Owner> some) {
        return basis == Basis.POOLED || covers(some.stream().map(Owner::organisation).toList())
                ? amount
                : Pence.sum(some.stream().map(owner -> owner.partOf(amount, basis)).toList());
    }

    private boolean covers(Collection<String> organisations) {
        return owners.stream().map(Owner::organisation).allMatch(organisations::contains);
    }

    /// @param some the owners decided for
    /// @throws ApprovalRefusal if the amount given is not the amount asked of them
    public void requireAmount(@Nullable Pence given, List<Owner> some) {
        var asked = amountOf(some);
        if (given != null && !given.equals(asked)) {
            throw new ApprovalRefusal.AmountDiffers(reference, asked, given);
        }
    }

    /// @throws ApprovalRefusal if the function given is not the one asked about
    public void requireFunction(@Nullable String given) {
        if (given != null && !given.equals(functionCode)) {
            throw new ApprovalRefusal.FunctionDiffers(reference, functionCode, given);
        }
    }

    /// @param givenOwners empty when none are given; some of those asked, where each owner's body
    ///   decides for itself
    /// @throws ApprovalRefusal if anything given is not what was asked
    public void requireSame(
            @Nullable Locality givenPlace,
            @Nullable Basis givenBasis,
            List<Owner> givenOwners,
            @Nullable String givenSubjectType,
            @Nullable String givenSubjectId) {
        requireSame("PLACE_DIFFERS", locality, givenPlace);
        requireSame("BASIS_DIFFERS", basis, givenBasis);
        if (!owners.containsAll(givenOwners)) {
            throw new ApprovalRefusal.MatterDiffers(
                    "OWNERS_DIFFER", reference, Set.copyOf(owners), Set.copyOf(givenOwners));
        }
        requireSame("SUBJECT_DIFFERS", subjectType, givenSubjectType);
        requireSame("SUBJECT_DIFFERS", subjectId.toString(), givenSubjectId);
    }

    private void requireSame(String code, Object asked, @Nullable Object given) {
        if (given != null && !given.equals(asked)) {
            throw new ApprovalRefusal.MatterDiffers(code, reference, asked, given);
        }
    }

    /// A valid decision. A no answers it, whoever's money it is about; a yes once bodies of all
    /// owners have said it.
    ///
    /// @param organisations whose money bodies have let go so far, with this decision
    public void answer(UUID decision, boolean approved, Collection<String> organisations) {
        requireOpen();
        if (!approved || covers(organisations)) {
            state = ApprovalState.ANSWERED;
            answeredBy = decision;
        }
    }

    /// Whoever asked no longer waits; an answer already given stands.
    void withdraw() {
        if (state.mayBecome(ApprovalState.WITHDRAWN)) {
            state = ApprovalState.WITHDRAWN;
        }
    }

    public String reference() {
        return reference;
    }

    public String purpose() {
        return purpose;
    }

    /// The last day an answer is of use.
    public LocalDate dueOn() {
        return dueOn;
    }

    public UUID id() {
        return id;
    }

    /// What it is about, as people call it.
    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String contentHash() {
        return contentHash;
    }

    public Pence amount() {
        return amount;
    }

    public String function() {
        return functionCode;
    }

    public Basis basis() {
        return basis;
    }

    public List<Owner> owners() {
        return owners;
    }

    public Locality locality() {
        return locality;
    }
}
