package locality.governance.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.recorder.PersonalData;
import locality.platform.fact.Provenance;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One version of an agreement: its text and parties never change, its steps and signatures add up.
@Entity
class AgreementVersion {
    @Id UUID id;
    int number;
    @Embedded VersionText text;

    @Embedded @Nullable Termination termination;

    /// Of its last step on record.
    @Enumerated(EnumType.STRING)
    VersionState state;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Party> parties = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "agreement_step", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<VersionStep> steps = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "agreement_sign_off", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<SignOff> signOffs = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "agreement_party_review",
            joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<PartyReview> reviews = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "agreement_periodic_review",
            joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<PeriodicReview> periodicReviews = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "agreement_working_approval",
            joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<WorkingApproval> workingApprovals = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    AgreementVersion() {}

    static AgreementVersion drafted(
            int number,
            VersionText text,
            List<Party> parties,
            LocalDate on,
            Provenance provenance) {
        text.requireSound(parties);
        var version = new AgreementVersion();
        version.id = Ids.next();
        version.number = number;
        version.text = text;
        version.parties.addAll(parties);
        version.provenance = provenance;
        version.add(VersionStep.of(VersionState.DRAFT, on, null, provenance));
        return version;
    }

    boolean isAs(VersionText other, List<Party> others) {
        return text.equals(other) && List.copyOf(parties).equals(others);
    }

    /// Takes a step that somebody decided on.
    ///
    /// @throws AgreementRefusal if it cannot become that, or its last step was later
    void step(VersionState next, LocalDate on, @Nullable String reason, Provenance source) {
        PersonalData.requireNone("reason", reason);
        step(VersionStep.of(next, on, reason, source));
    }

    /// Begins a round of reviews by its parties; of each round it stays on record by when.
    ///
    /// @param by the last day they have for it, null when nothing is said
    void sendForReview(@Nullable LocalDate by, LocalDate on, Provenance source) {
        if (by != null && by.isBefore(on)) {
            throw new AgreementRefusal.ReviewEndsBeforeItBegins(number, on, by);
        }
        step(new VersionStep(VersionState.IN_REVIEW, on, null, by, source));
    }

    private void step(VersionStep next) {
        if (!state.next().contains(next.state())) {
            throw new AgreementRefusal.IllegalStep(number, state, next.state());
        }
        requireInOrder(next.effectiveOn());
        add(next);
    }

    void add(VersionStep step) {
        steps.add(step);
        state = step.state();
    }

    void requireInOrder(LocalDate on) {
        var last = steps.getLast().effectiveOn();
        if (on.isBefore(last)) {
            throw new AgreementRefusal.StepOutOfOrder(number, last, on);
        }
    }

    /// @param post that signs for the party
    /// @throws AgreementRefusal if its text is not settled, or the post has signed or is not to
    void sign(String organisation, String post, LocalDate on, Provenance source) {
        PersonalData.requireNone("post", post);
        if (!state.maySign()) {
            throw new AgreementRefusal.NotForSignature(number, state);
        }
        var party = requireParty(organisation);
        if (!party.mayBeSignedBy(post)) {
            throw new AgreementRefusal.NotASignatory(organisation, post, party.signatories());
        }
        requireNotBeforeSubmission(on);
        if (signOffs.stream()
                .anyMatch(
                        one ->
                                one.organisation().equals(organisation)
                                        && one.post().equals(post))) {
            throw new AgreementRefusal.SignedAlready(number, organisation, post);
        }
        signOffs.add(new SignOff(organisation, post, on, source));
    }

    private void requireNotBeforeSubmission(LocalDate on) {
        var submitted = firstDayAs(VersionState.FOR_RATIFICATION).orElseThrow();
        if (on.isBefore(submitted)) {
            throw new AgreementRefusal.StepOutOfOrder(number, submitted, on);
        }
    }

    /// A party's own review; of two in a round the later counts.
    void review(
            String organisation,
            boolean agreed,
            @Nullable String note,
            LocalDate on,
            Provenance source) {
        PersonalData.requireNone("note", note);
        if (state != VersionState.IN_REVIEW) {
            throw new AgreementRefusal.NotInReview(number, state);
        }
        requireParty(organisation);
        requireInOrder(on);
        reviews.add(new PartyReview(round(), organisation, on, agreed, note, source));
    }

    /// Approves a working draft for use; what was approved before stays on record.
    void approveWorking(WorkingApproval approval) {
        PersonalData.requireNone("by", approval.by());
        if (!state.isOpen()) {
            throw new AgreementRefusal.NotOpen(number, state);
        }
        var before = workingApprovals.isEmpty() ? draftedOn() : workingApprovals.getLast().on();
        if (approval.on().isBefore(before)) {
            throw new AgreementRefusal.StepOutOfOrder(number, before, approval.on());
        }
        workingApprovals.add(approval);
    }

    /// @param nextOn when null, as many months later as its text says
    void holdReview(LocalDate on, String outcome, @Nullable LocalDate nextOn, Provenance source) {
        PersonalData.requireNone("outcome", outcome);
        if (state.isOver()) {
            throw new AgreementRefusal.Over(number, state);
        }
        var before = periodicReviews.isEmpty() ? draftedOn() : periodicReviews.getLast().heldOn();
        if (on.isBefore(before)) {
            throw new AgreementRefusal.StepOutOfOrder(number, before, on);
        }
        var months = text.reviewEveryMonths();
        var next = nextOn == null && months != null ? on.plusMonths(months) : nextOn;
        if (next != null && !next.isAfter(on)) {
            throw new AgreementRefusal.NextReviewNotLater(number, on, next);
        }
        periodicReviews.add(new PeriodicReview(on, outcome, next, source));
    }

    /// @throws AgreementRefusal also if it is terminated already: an end on record stands
    void terminate(Termination end) {
        PersonalData.requireNone("reason", end.reason());
        if (!state.isFinal()) {
            throw new AgreementRefusal.IllegalStep(number, state, VersionState.TERMINATED);
        }
        if (termination != null) {
            throw new EndRefusal.TerminatedAlready(number, termination);
        }
        requireInOrder(end.on());
        termination = end;
    }

    /// Its end before its time, as known on a day: not before notice of it was given, or all its
    /// parties had decided it.
    Optional<Termination> endKnownOn(LocalDate day) {
        return Optional.ofNullable(termination).filter(end -> end.isKnownOn(day));
    }

    /// The last day it is meant to be in force, as agreed or as known on a day to be terminated;
    /// null without an end.
    @Nullable LocalDate lastDay(LocalDate day) {
        var agreed = text.expiresOn();
        return endKnownOn(day)
                .map(end -> end.on().minusDays(1))
                .filter(last -> agreed == null || last.isBefore(agreed))
                .orElse(agreed);
    }

    Party requireParty(String organisation) {
        return parties.stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AgreementRefusal.NoParty(
                                        number,
                                        organisation,
                                        parties.stream().map(Party::organisation).toList()));
    }

    /// When it is next to be reviewed, as of a day; null when nothing is said.
    @Nullable LocalDate reviewDueOn(LocalDate day) {
        var held = periodicReviews.stream().filter(one -> !one.heldOn().isAfter(day)).toList();
        return held.isEmpty() ? text.reviewOn() : held.getLast().nextOn();
    }

    /// The same as its months come to from the last review, else from its approval for use; null
    /// without either.
    @Nullable LocalDate reviewDueByInterval(LocalDate day) {
        var months = text.reviewEveryMonths();
        var since =
                periodicReviews.reversed().stream()
                        .map(PeriodicReview::heldOn)
                        .filter(held -> !held.isAfter(day))
                        .findFirst()
                        .or(() -> approvedForUse(day).map(WorkingApproval::on));
        return months == null ? null : since.map(on -> on.plusMonths(months)).orElse(null);
    }

    /// @param now its state on the day: what is over is reviewed no more
    boolean isReviewOverdue(VersionState now, LocalDate day) {
        var due = reviewDueOn(day);
        return !now.isOver() && due != null && due.isBefore(day);
    }

    /// The latest approval of it as a working draft, by a day.
    Optional<WorkingApproval> approvedForUse(LocalDate day) {
        return workingApprovals.reversed().stream()
                .filter(one -> !one.on().isAfter(day))
                .findFirst();
    }

    /// The last day its parties have, or had, for the latest round of reviews of a day; null when
    /// nothing is said.
    @Nullable LocalDate reviewBy(LocalDate day) {
        return rounds(day).reduce((_, later) -> later).map(VersionStep::reviewBy).orElse(null);
    }

    /// A party's review in the latest round of a day.
    Optional<PartyReview> reviewOf(String organisation, LocalDate day) {
        return reviews.reversed().stream()
                .filter(one -> one.organisation().equals(organisation))
                .filter(one -> one.round() == roundOn(day) && !one.reviewedOn().isAfter(day))
                .findFirst();
    }

    List<VersionStep> stepsBy(LocalDate day) {
        return steps.stream().filter(step -> !step.effectiveOn().isAfter(day)).toList();
    }

    LocalDate draftedOn() {
        return steps.getFirst().effectiveOn();
    }

    Optional<LocalDate> firstDayAs(VersionState wanted) {
        return steps.stream()
                .filter(step -> step.state() == wanted)
                .map(VersionStep::effectiveOn)
                .findFirst();
    }

    Ratification ratification(AgreementTerms terms, Approvals approvals) {
        return new Ratification(terms, parties, signOffs, approvals.toEnter(number));
    }

    private int round() {
        return roundOn(LocalDate.MAX);
    }

    private int roundOn(LocalDate day) {
        return (int) rounds(day).count();
    }

    private Stream<VersionStep> rounds(LocalDate day) {
        return stepsBy(day).stream().filter(step -> step.state() == VersionState.IN_REVIEW);
    }
}
