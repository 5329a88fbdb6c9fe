package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Takes a power back. What was passed on from it, and rests on nothing else, ends the same day.
@ApplicationScoped
class RevokeDelegation {

    private final Delegations delegations;
    private final PassingOn passingOn;
    private final Recorder recorder;
    private final EventLog eventLog;

    RevokeDelegation(
            Delegations delegations, PassingOn passingOn, Recorder recorder, EventLog eventLog) {
        this.delegations = delegations;
        this.passingOn = passingOn;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param firstDayWithout the first day it is no longer in force
    @Transactional
    Delegation handle(
            String idOrReference,
            @Nullable String ifMatch,
            LocalDate firstDayWithout,
            String reason) {
        var revoked = delegations.require(idOrReference);
        recorder.requireWriting(revoked.place, "delegation", idOrReference);
        new EntityTag(revoked.version).check(ifMatch);
        var ended = new ArrayList<DelegationEnded>();
        ended.add(revoked.end(firstDayWithout, reason));
        delegations.flush();
        ended.addAll(endWhatRestedOn(revoked, firstDayWithout));
        ended.forEach(eventLog::append);
        return revoked;
    }

    private List<DelegationEnded> endWhatRestedOn(Delegation revoked, LocalDate day) {
        var ended = new ArrayList<DelegationEnded>();
        var above = new ArrayDeque<>(List.of(revoked));
        while (above.poll() instanceof Delegation parent) {
            if (parent.toBody == null) {
                continue;
            }
            for (var child : delegations.grantedBy(parent.toBody)) {
                if (child.outlasts(day) && !stillRestsOnSomething(child, day)) {
                    ended.add(
                            child.end(
                                    day,
                                    "The delegation above it, %s, ended"
                                            .formatted(parent.reference)));
                    delegations.flush();
                    above.add(child);
                }
            }
        }
        return ended;
    }

    private boolean stillRestsOnSomething(Delegation child, LocalDate day) {
        var from = day.isBefore(child.effectiveOn) ? child.effectiveOn : day;
        return child.functions.stream()
                .anyMatch(
                        function ->
                                !passingOn
                                        .held(child.fromBody, function, child.place, from)
                                        .isEmpty());
    }
}
