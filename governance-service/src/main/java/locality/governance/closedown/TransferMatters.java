package locality.governance.closedown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.body.PassOnSeat;
import locality.governance.duty.PassOnDuty;
import locality.governance.organisation.OrganisationOnRecord;
import locality.governance.organisation.Organisations;
import locality.governance.post.PassOnPost;
import locality.governance.recorder.Recorder;
import locality.governance.team.MoveTeam;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Moves what a closing organisation holds to one that takes over, in one transaction: all of it or
/// nothing. On earlier days everything stays the closing one's.
@ApplicationScoped
class TransferMatters {

    private final Organisations organisations;
    private final Closedown closedown;
    private final PassOnSeat passOnSeat;
    private final PassOnPost passOnPost;
    private final PassOnDuty passOnDuty;
    private final MoveTeam moveTeam;
    private final Handovers handovers;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final TransactionSynchronizationRegistry transaction;

    TransferMatters(
            Organisations organisations,
            Closedown closedown,
            PassOnSeat passOnSeat,
            PassOnPost passOnPost,
            PassOnDuty passOnDuty,
            MoveTeam moveTeam,
            Handovers handovers,
            Recorder recorder,
            EventLog eventLog,
            TransactionSynchronizationRegistry transaction) {
        this.organisations = organisations;
        this.closedown = closedown;
        this.passOnSeat = passOnSeat;
        this.passOnPost = passOnPost;
        this.passOnDuty = passOnDuty;
        this.moveTeam = moveTeam;
        this.handovers = handovers;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.transaction = transaction;
    }

    /// @param to the code of who takes over
    /// @param effectiveOn the first day it is theirs
    /// @param items references of what is to be moved; null for all that can be
    /// @param dryRun whether it is only tried out: everything is done, and none of it kept
    record Asked(
            String to,
            LocalDate effectiveOn,
            @Nullable Set<String> items,
            boolean dryRun,
            Provenance provenance) {}

    /// What was moved, and what is left to be done by hand.
    record Plan(List<OpenItem> moved, List<OpenItem> byHand) {}

    @Transactional
    Plan handle(String code, Asked asked) {
        var from = organisations.require(code, recorder);
        recorder.requireWriting(from.locality(), "organisation", code);
        requireReceiver(from, asked);
        var plan = plan(from, asked);
        plan.moved.forEach(item -> move(item, from.code(), asked));
        if (asked.dryRun) {
            transaction.setRollbackOnly();
        }
        return plan;
    }

    private void requireReceiver(OrganisationOnRecord from, Asked asked) {
        if (from.days().until() == null) {
            throw new ClosedownRefusal.NotClosing(from.code());
        }
        if (asked.to.equals(from.code())) {
            throw new ClosedownRefusal.ToItself(from.code());
        }
        var to = organisations.requireKnown(asked.to);
        if (!to.days().holdsOn(asked.effectiveOn)) {
            throw new ClosedownRefusal.NotThere(to, asked.effectiveOn);
        }
    }

    private Plan plan(OrganisationOnRecord from, Asked asked) {
        var open =
                closedown.open(from, asked.effectiveOn).stream()
                        .filter(item -> recorder.shown(null).contains(item.locality()))
                        .map(item -> asFarAsItMoves(item, asked.effectiveOn))
                        .toList();
        var wanted = open.stream().filter(item -> isWanted(item, asked)).toList();
        requireAllOpen(from, asked, wanted);
        var byHand = wanted.stream().filter(item -> item.byHand() != null).toList();
        if (asked.items != null && !byHand.isEmpty()) {
            throw new ClosedownRefusal.DoneByHand(byHand);
        }
        return new Plan(wanted.stream().filter(item -> item.byHand() == null).toList(), byHand);
    }

    private static boolean isWanted(OpenItem item, Asked asked) {
        return asked.items == null || asked.items.contains(item.reference());
    }

    private static void requireAllOpen(
            OrganisationOnRecord from, Asked asked, List<OpenItem> wanted) {
        if (asked.items == null) {
            return;
        }
        var missing =
                asked.items.stream()
                        .filter(one -> wanted.stream().noneMatch(it -> it.reference().equals(one)))
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            throw new ClosedownRefusal.NotOpen(from.code(), missing, asked.effectiveOn);
        }
    }

    private OpenItem asFarAsItMoves(OpenItem item, LocalDate effectiveOn) {
        if (item.byHand() != null) {
            return item;
        }
        if (!item.since().isBefore(effectiveOn)) {
            return item.onlyByHand(
                    "It begins on %s, not before the day of the transfer".formatted(item.since()));
        }
        try {
            recorder.requireWriting(item.locality(), "locality", item.locality().code());
            return item;
        } catch (NotFound elsewhere) {
            return item.onlyByHand(
                    "It belongs to %s, where you do not write"
                            .formatted(item.locality().displayName()));
        }
    }

    private void move(OpenItem item, String from, Asked asked) {
        var reference = item.reference();
        switch (item.kind()) {
            case SEAT -> {
                int slash = reference.lastIndexOf('/');
                passOnSeat.handle(
                        reference.substring(0, slash),
                        reference.substring(slash + 1),
                        asked.to,
                        asked.effectiveOn,
                        asked.provenance);
            }
            case POST ->
                    passOnPost.handle(
                            reference, from, asked.to, asked.effectiveOn, asked.provenance);
            case DUTY ->
                    passOnDuty.handle(reference, asked.to, asked.effectiveOn, asked.provenance);
            case TEAM -> moveTeam.handle(reference, asked.to, asked.effectiveOn, asked.provenance);
            case COMMITMENT_DECIDED -> handOver(item, from, asked);
            case BODY, DELEGATION, FUNCTION, APPROVAL_REQUEST ->
                    throw new IllegalStateException(item.kind() + " is done by hand");
        }
    }

    private void handOver(OpenItem item, String from, Asked asked) {
        handovers.requireNone(from, item);
        var handover = new Handover(from, item, asked.to, asked.effectiveOn, asked.provenance);
        handovers.persistAndFlush(handover);
        eventLog.append(handover.written());
    }
}
