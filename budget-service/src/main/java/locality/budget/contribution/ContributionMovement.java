package locality.budget.contribution;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that happened to a contribution: a part of it fell due, was received, or a receipt was
/// taken back. Never changed again.
@Entity
class ContributionMovement {

    @Schema(name = "ContributionMovementKind")
    enum Kind {
        DUE,
        RECEIVED,
        TAKEN_BACK
    }

    @Id UUID id;
    UUID scheduleId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    int termsVersion;
    LocalDate effectiveOn;
    Pence amountPence;
    @Nullable String document;
    @Nullable String reason;
    @Nullable UUID takesBack;

    /// The first receipt of its line of the bank statement: itself, or that with which it was
    /// split.
    @Nullable UUID takenWith;

    UUID entryId;
    Instant recordedAt;
    String actor;

    @ElementCollection
    @CollectionTable(name = "contribution_entry", joinColumns = @JoinColumn(name = "movement_id"))
    @Column(name = "entry_id")
    Set<UUID> entryIds = new HashSet<>();

    private static ContributionMovement of(
            ContributionSchedule schedule, Kind kind, LocalDate effectiveOn, Pence amount) {
        var movement = new ContributionMovement();
        movement.id = Ids.next();
        movement.scheduleId = schedule.id;
        movement.kind = kind;
        movement.termsVersion = schedule.termsVersion;
        movement.effectiveOn = effectiveOn;
        movement.amountPence = amount;
        movement.entryId = Ids.next();
        return movement;
    }

    /// @param amount less than nothing when a variation makes less due than was before
    static ContributionMovement due(ContributionSchedule schedule, LocalDate on, Pence amount) {
        return of(schedule, Kind.DUE, on, amount);
    }

    static ContributionMovement receipt(
            ContributionSchedule schedule, LocalDate on, Pence amount, String document) {
        var receipt = of(schedule, Kind.RECEIVED, on, amount);
        receipt.document = document;
        receipt.takenWith = receipt.id;
        return receipt;
    }

    /// It is a part of the line of the bank statement of which the other is the first.
    void isSplitWith(ContributionMovement first) {
        takenWith = first.id;
    }

    /// A receipt that never was, effective on its own day.
    static ContributionMovement takingBack(
            ContributionSchedule schedule, ContributionMovement receipt, String reason) {
        var back =
                of(schedule, Kind.TAKEN_BACK, receipt.effectiveOn, receipt.amountPence.negated());
        back.document = receipt.document;
        back.takesBack = receipt.id;
        back.reason = reason;
        return back;
    }

    Pence due() {
        return kind == Kind.DUE ? amountPence : Pence.ZERO;
    }

    Pence received() {
        return kind == Kind.DUE ? Pence.ZERO : amountPence;
    }

    boolean isReceipt() {
        return kind == Kind.RECEIVED;
    }
}
