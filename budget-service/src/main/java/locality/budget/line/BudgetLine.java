package locality.budget.line;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Money planned for one purpose in one year. What is requested, committed and spent together never
/// exceeds what it has; every change happens under a lock on its row.
@Entity
public class BudgetLine {
    @Id UUID id;
    UUID fundId;
    int number;
    String reference;
    Locality locality;
    String scheme;
    String areaOfSpend;
    String commissioner;
    String providerType;
    String fundingSource;

    @Enumerated(EnumType.STRING)
    CostKind kind;

    boolean recurrent;
    @Nullable String ringFence;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @Nullable String decisionFunction;
    Pence plannedPence = Pence.ZERO;
    Pence currentPence = Pence.ZERO;
    Pence requestedPence = Pence.ZERO;
    Pence committedPence = Pence.ZERO;
    Pence spentPence = Pence.ZERO;
    int commitments;
    int planVersion;
    boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// What may still be promised: current less requested, committed and spent.
    public Pence available() {
        return currentPence.minus(held()).minus(spentPence);
    }

    /// Sets money aside for a commitment that waits for its approval.
    public void request(Pence amount) {
        requireRoomFor(amount);
        requestedPence = requestedPence.plus(amount);
    }

    /// The approval came: what was set aside is now promised.
    public void commitRequested(Pence amount) {
        requestedPence = requestedPence.minus(amount);
        committedPence = committedPence.plus(amount);
    }

    /// The approval will not come: what was set aside is free again.
    public void dropRequested(Pence amount) {
        requestedPence = requestedPence.minus(amount);
    }

    /// Promises money at once.
    public void commit(Pence amount) {
        requireRoomFor(amount);
        committedPence = committedPence.plus(amount);
    }

    /// Pays out of what was promised.
    public void discharge(Pence amount) {
        committedPence = committedPence.minus(amount);
        spentPence = spentPence.plus(amount);
    }

    /// Gives to other lines, at once.
    ///
    /// @throws LineRefusal if so much is not available, or it is planned as a saving
    public void give(Pence amount) {
        requireRoomToMove(amount.negated());
        currentPence = currentPence.minus(amount);
    }

    /// The approval came: what was set aside to be given is given.
    public void giveRequested(Pence amount) {
        requestedPence = requestedPence.minus(amount);
        currentPence = currentPence.minus(amount);
    }

    /// Gets from other lines.
    public void receive(Pence amount) {
        requireRoomToMove(amount);
        currentPence = currentPence.plus(amount);
    }

    /// Whether so much may come to it or, below nothing, go from it. What a line planned as a
    /// saving is to bring in is not money to move.
    ///
    /// @throws LineRefusal if so much is not available, or it is planned as a saving
    public void requireRoomToMove(Pence amount) {
        if (currentPence.isNegative()) {
            throw new LineRefusal.PlannedAsASaving(this);
        }
        requireRoomFor(amount.negated());
    }

    /// Gives back what was promised and is no longer needed.
    public void release(Pence amount) {
        committedPence = committedPence.minus(amount);
    }

    /// Spends without a commitment. A negative amount is money coming back: no more than was spent,
    /// or, on a line planned as a saving, than it is planned to save.
    public void spend(Pence amount) {
        var after = spentPence.plus(amount);
        if (amount.isPositive() && !takesBackASaving(after)) {
            requireRoomFor(amount);
        }
        if (!amount.isPositive() && leastSpend(currentPence).exceeds(after)) {
            throw new LineRefusal.MoreThanSpent(this, amount);
        }
        spentPence = after;
    }

    /// Whether this only corrects what a line planned as a saving was said to have saved.
    private boolean takesBackASaving(Pence spent) {
        return currentPence.isNegative() && !spent.plus(held()).isPositive();
    }

    /// The next commitment's reference: references of a line count 1, 2, 3.
    public String nextCommitmentReference() {
        commitments++;
        return reference + "-C" + commitments;
    }

    /// @throws LineRefusal if so much is not available, or the line's money is not the fund's
    public void requireRoomFor(Pence amount) {
        if (!basis.standsInTheAgreement()) {
            throw new LineRefusal.OnlyInView(reference);
        }
        if (amount.exceeds(available())) {
            throw new LineRefusal.OverCommitted(this, amount);
        }
    }

    private Pence held() {
        return requestedPence.plus(committedPence);
    }

    /// Whether a plan that gives this line so much leaves what is promised and spent covered,
    /// together with what was moved to it or from it since.
    boolean canBePlannedAt(Pence planned) {
        var current = planned.plus(moved());
        var promised = held().plus(spentPence);
        return !leastSpend(current).exceeds(spentPence)
                && !promised.exceeds(current.isNegative() ? Pence.ZERO : current);
    }

    /// Whether a plan may leave it out: nothing is promised on it, and nothing was moved.
    boolean canBeLeftOut() {
        return moved().isZero() && canBePlannedAt(Pence.ZERO);
    }

    /// What came to it from other lines since it was planned; less than nothing if it gave more.
    Pence moved() {
        return currentPence.minus(plannedPence);
    }

    /// Whether nothing on this line was promised or paid yet, so that its basis may still change.
    boolean isUntouched() {
        return requestedPence.isZero() && committedPence.isZero() && spentPence.isZero();
    }

    private static Pence leastSpend(Pence current) {
        return current.isNegative() ? current : Pence.ZERO;
    }

    /// Takes the row of a new plan; answers whether anything changed.
    boolean replan(PlanRow row, int newPlanVersion, Provenance otherwise) {
        if (!withdrawn && saysTheSame(row)) {
            return false;
        }
        recurrent = row.recurrent();
        ringFence = row.ringFence();
        basis = row.basis();
        decisionFunction = row.decisionFunction();
        currentPence = currentPence.plus(row.planned().minus(plannedPence));
        plannedPence = row.planned();
        provenance = row.provenance() != null ? row.provenance() : otherwise;
        withdrawn = false;
        planVersion = newPlanVersion;
        return true;
    }

    /// A new plan no longer holds this line.
    void withdraw(int newPlanVersion) {
        currentPence = currentPence.minus(plannedPence);
        plannedPence = Pence.ZERO;
        withdrawn = true;
        planVersion = newPlanVersion;
    }

    private boolean saysTheSame(PlanRow row) {
        return recurrent == row.recurrent()
                && Objects.equals(ringFence, row.ringFence())
                && basis == row.basis()
                && Objects.equals(decisionFunction, row.decisionFunction())
                && plannedPence.equals(row.planned())
                && (row.provenance() == null || row.provenance().equals(provenance));
    }

    PlanRow.Key key() {
        return new PlanRow.Key(
                scheme, areaOfSpend, commissioner, providerType, fundingSource, kind);
    }

    FundPlanned.Line told() {
        return new FundPlanned.Line(
                id,
                reference,
                scheme,
                areaOfSpend,
                commissioner,
                basis.name(),
                plannedPence,
                provenance,
                currentPence,
                fundingSource,
                providerType,
                kind.name(),
                ringFence);
    }

    /// How a decision may name this line.
    public Set<Subject> names() {
        return Set.of(
                new Subject("budget-line", id.toString()), new Subject("budget-line", reference));
    }

    public UUID id() {
        return id;
    }

    public UUID fundId() {
        return fundId;
    }

    public String reference() {
        return reference;
    }

    public String commissioner() {
        return commissioner;
    }

    public Basis basis() {
        return basis;
    }

    public @Nullable String decisionFunction() {
        return decisionFunction;
    }

    public Pence planned() {
        return plannedPence;
    }

    /// The plan, and what was moved since.
    public Pence current() {
        return currentPence;
    }

    public CostKind kind() {
        return kind;
    }

    /// The ring-fence its money stands behind, null when it is free.
    public @Nullable String ringFence() {
        return ringFence;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    public int planVersion() {
        return planVersion;
    }
}
