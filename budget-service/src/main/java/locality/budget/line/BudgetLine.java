package locality.budget.line;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.fund.Fund;
import locality.budget.planversion.PlannedLine;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.BudgetEvent.LineBasisChanged;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "line_basis", joinColumns = @JoinColumn(name = "line_id"))
    @MapKeyColumn(name = "startsOn")
    @SortNatural
    @BatchSize(size = 1000)
    SortedMap<LocalDate, LineBasis> laterBases = new TreeMap<>();

    @Nullable String decisionFunction;
    @Embedded @Nullable LineDetails details;
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
        return room().available();
    }

    /// Sets money aside for a commitment that waits for its approval.
    public void request(Pence amount) {
        keep(openRoom().request(amount));
    }

    /// The approval came: what was set aside is now promised.
    ///
    /// @throws LineRefusal if less is set aside
    public void commitRequested(Pence amount) {
        keep(room().commitRequested(amount));
    }

    /// The approval will not come: what was set aside is free again.
    ///
    /// @throws LineRefusal if less is set aside
    public void dropRequested(Pence amount) {
        keep(room().dropRequested(amount));
    }

    /// Promises money at once.
    public void commit(Pence amount) {
        keep(openRoom().commit(amount));
    }

    /// Pays out of what was promised.
    ///
    /// @throws LineRefusal if less is promised, or the line's money is not the fund's on that day
    public void discharge(Pence amount, LocalDate on) {
        requireInTheAgreementOn(on);
        keep(room().discharge(amount));
    }

    /// Gives to other lines, at once.
    ///
    /// @throws LineRefusal if so much is not available, or it is planned as a saving
    public void give(Pence amount) {
        requireRoomToMove(amount.negated());
        keep(room().gain(amount.negated()));
    }

    /// The approval came: what was set aside to be given is given.
    public void giveRequested(Pence amount) {
        keep(room().giveRequested(amount));
    }

    /// Gets from other lines.
    public void receive(Pence amount) {
        requireRoomToMove(amount);
        keep(room().gain(amount));
    }

    /// Whether so much may come to it or, below nothing, go from it. What a line planned as a
    /// saving is to bring in is not money to move.
    ///
    /// @throws LineRefusal if so much is not available, or it is planned as a saving
    public void requireRoomToMove(Pence amount) {
        room().requireNotASaving();
        requireRoomFor(amount.negated());
    }

    /// Gives back what was promised and is no longer needed.
    ///
    /// @throws LineRefusal if less is promised
    public void release(Pence amount) {
        keep(room().release(amount));
    }

    /// A saving comes back: the line has so much more than was planned.
    ///
    /// @param on the day from which it has it
    /// @throws LineRefusal if the line's money is not the fund's on that day, or it is planned as a
    ///   saving itself
    public void recycle(Pence amount, LocalDate on) {
        requireInTheAgreementOn(on);
        room().requireNotASaving();
        keep(room().gain(amount));
    }

    /// As [#spend(Pence)], of money that is spent on that day.
    ///
    /// @throws LineRefusal also if the line's money is not the fund's on that day
    public void spend(Pence amount, LocalDate on) {
        requireCanSpend(amount, on);
        spend(amount);
    }

    /// @throws LineRefusal if [#spend(Pence, LocalDate)] would not take it
    public void requireCanSpend(Pence amount, LocalDate on) {
        if (amount.isPositive()) {
            requireInTheAgreementOn(on);
        }
        room().requireCanSpend(amount);
    }

    /// Spends without a commitment. A negative amount is money coming back: no more than was spent,
    /// or, on a line planned as a saving, than it is planned to save.
    void spend(Pence amount) {
        keep((amount.isPositive() ? openRoom() : room()).spend(amount));
    }

    /// The next commitment's reference: references of a line count 1, 2, 3.
    public String nextCommitmentReference() {
        commitments++;
        return reference + "-C" + commitments;
    }

    /// As [#requireRoomFor(Pence)], for what begins on that day.
    ///
    /// @throws LineRefusal also if the line's money is not the fund's on that day
    public void requireRoomFor(Pence amount, LocalDate on) {
        bases().requireInTheAgreementOn(on);
        requireRoomFor(amount);
    }

    /// @throws LineRefusal if the line's money is not the fund's on that day
    public void requireInTheAgreementOn(LocalDate day) {
        bases().requireInTheAgreementOn(day);
    }

    /// @throws LineRefusal if so much is not available, or the line's money is never the fund's
    void requireRoomFor(Pence amount) {
        openRoom().requireFor(amount);
    }

    private LineRoom room() {
        return new LineRoom(reference, currentPence, requestedPence, committedPence, spentPence);
    }

    /// The room of a line whose money is the fund's on some day at least.
    private LineRoom openRoom() {
        if (isOnlyInView()) {
            throw new LineRefusal.OnlyInView(reference, null);
        }
        return room();
    }

    private void keep(LineRoom next) {
        currentPence = next.current();
        requestedPence = next.requested();
        committedPence = next.committed();
        spentPence = next.spent();
    }

    /// The basis on a day: as planned, until the first change of it.
    public Basis basisOn(LocalDate day) {
        return bases().on(day);
    }

    /// Puts the line on another basis from the first day of a period on. What held before stays as
    /// it was, and so does all money that moved under it.
    ///
    /// @param year of the line's fund; its first day has the basis that was planned
    /// @param lastMovedOn the last day for which money is promised or posted on the line, null if
    ///   for none
    /// @throws LineRefusal if the change begins within a period, not after the one before it,
    ///   outside the year, before money that moved already, or changes nothing
    LineBasisChanged change(LineBasis next, FinancialYear year, @Nullable LocalDate lastMovedOn) {
        bases().requireMayFollow(next, year, lastMovedOn);
        laterBases.put(next.startsOn(), next);
        return new LineBasisChanged(
                id,
                reference,
                fundId,
                next.basis().name(),
                next.agreementVersion(),
                locality,
                next.startsOn(),
                next.provenance());
    }

    /// Whether the line is displayed beside the fund the whole year: its money is never the fund's.
    public boolean isOnlyInView() {
        return bases().areOnlyInView();
    }

    /// Whether its money is the fund's by the plan that the fund's lines follow: not if it is only
    /// in view, nor if it was so when that plan was approved.
    public boolean isMoneyOf(Fund fund) {
        return !isOnlyInView()
                && (!fund.hasAnApprovedPlan() || fund.approvalOf(planVersion).isPresent());
    }

    /// Its basis on every day by a plan that says this one from the first day of the year on.
    public LineBases bases(Basis planned) {
        return new LineBases(reference, planned, laterBases.values());
    }

    private LineBases bases() {
        return bases(basis);
    }

    /// That a cost of this kind may stand on the line: capital never pays for running things, nor
    /// the other way round (S4 5.7).
    ///
    /// @param cost null where it is not said, which any line takes
    /// @throws LineRefusal if the line is for the other kind
    public void requireKind(@Nullable CostKind cost) {
        if (cost != null && cost != kind) {
            throw new LineRefusal.WrongKind(this, cost);
        }
    }

    /// Takes over what a plan says of it; answers whether anything changed.
    ///
    /// @param planned its row of the plan, null if that leaves it out
    /// @throws LineRefusal if what is promised, paid or moved on it by now does not fit the plan
    boolean takeOver(@Nullable PlannedLine planned, int newPlanVersion) {
        if (planned == null) {
            return withdraw(newPlanVersion);
        }
        if (!withdrawn && planned.equals(asPlanned())) {
            return false;
        }
        inPlan().requireCanTakeOver(planned);
        recurrent = planned.recurrent();
        ringFence = planned.ringFence();
        basis = Basis.valueOf(planned.basis());
        decisionFunction = planned.function();
        details = LineDetails.of(planned);
        currentPence = currentPence.plus(planned.plannedPence().minus(plannedPence));
        plannedPence = planned.plannedPence();
        provenance = planned.provenance();
        withdrawn = false;
        planVersion = newPlanVersion;
        return true;
    }

    private boolean withdraw(int newPlanVersion) {
        if (withdrawn) {
            return false;
        }
        inPlan().requireCanBeWithdrawn();
        currentPence = currentPence.minus(plannedPence);
        plannedPence = Pence.ZERO;
        withdrawn = true;
        planVersion = newPlanVersion;
        return true;
    }

    LineInPlan inPlan() {
        return new LineInPlan(reference, room(), plannedPence, basis, laterBases.size());
    }

    LineDetails details() {
        return details == null ? LineDetails.NONE : details;
    }

    PlanRow.Key key() {
        return new PlanRow.Key(
                scheme, areaOfSpend, commissioner, providerType, fundingSource, kind);
    }

    /// The line as the plan that it follows has it.
    PlannedLine asPlanned() {
        return new LinePlan(
                        key(),
                        recurrent,
                        ringFence,
                        basis,
                        decisionFunction,
                        details(),
                        plannedPence,
                        provenance)
                .of(id, reference);
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

    public String scheme() {
        return scheme;
    }

    public String areaOfSpend() {
        return areaOfSpend;
    }

    public String commissioner() {
        return commissioner;
    }

    public String fundingSource() {
        return fundingSource;
    }

    /// As planned, which is the basis from the year's first day on. What happens on a day asks
    /// [#basisOn(LocalDate)].
    public Basis basis() {
        return basis;
    }

    public @Nullable String decisionFunction() {
        return decisionFunction;
    }

    public Pence planned() {
        return plannedPence;
    }

    /// The plan and what was moved since.
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
