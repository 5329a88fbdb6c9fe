package locality.governance.principle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.decision.ApprovalsInEffect;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Enters a principle into its register, and ends it.
@ApplicationScoped
class RecordPrinciple {

    /// As a decision names what it is about: partners agree a register, not principle by principle,
    /// which are numbered only when they are entered.
    private static final String REGISTER = "principle-register";

    private final Principles principles;
    private final ApprovalsInEffect approvals;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordPrinciple(
            Principles principles,
            ApprovalsInEffect approvals,
            Recorder recorder,
            EventLog eventLog) {
        this.principles = principles;
        this.approvals = approvals;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What somebody enters.
    ///
    /// @param reference null for that of its register and number, as in `OLDHAM-DESIGN-9`
    /// @param number null for the next of its register
    /// @param decision that agreed its register, by id or reference, in effect on its first day and
    ///   today; null when none is on record
    record ToRecord(
            @Nullable String reference,
            @Nullable Integer number,
            PrincipleText said,
            @Nullable String decision,
            @Nullable Provenance provenance) {}

    @Transactional
    Principle handle(ToRecord told) {
        var said = told.said;
        recorder.requireWriting(said.locality(), "locality", said.locality().code());
        int next = principles.nextNumber(said.locality(), said.register());
        int number = told.number == null ? next : told.number;
        principles
                .numbered(said.locality(), said.register(), number)
                .ifPresent(
                        taken -> {
                            throw new PrincipleRefusal.NumberTaken(
                                    said.register(), number, taken.reference);
                        });
        var reference =
                told.reference == null
                        ? "%s-%s-%d".formatted(said.locality().name(), said.register(), number)
                        : told.reference;
        if (principles.lookUp(reference, LockModeType.NONE).isPresent()) {
            throw new PrincipleRefusal.ReferenceTaken(reference);
        }
        var principle =
                new Principle(
                        Ids.next(), reference, number, said, recorder.provenance(told.provenance));
        if (told.decision != null) {
            var decision = inEffect(told.decision, said);
            principle.agreedBy(decision.id(), decision.reference());
        }
        principles.persistAndFlush(principle);
        eventLog.append(principle.told());
        return principle;
    }

    @Transactional
    Principle end(String idOrReference, @Nullable String ifMatch, LocalDate lastDay) {
        var principle =
                principles
                        .lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                        .orElseThrow(() -> new NotFound("principle", idOrReference));
        recorder.requireWriting(principle.locality, "principle", idOrReference);
        principle.requireUnchanged(ifMatch);
        principle.end(lastDay);
        principles.flush();
        eventLog.append(principle.told());
        return principle;
    }

    private ApprovalsInEffect.Decided inEffect(String idOrReference, PrincipleText said) {
        var decision = approvals.require(idOrReference, said.locality());
        if (!decision.isAbout(REGISTER, said.register())) {
            throw new PrincipleRefusal.DecidesSomethingElse(
                    decision.reference(),
                    decision.subject(),
                    "%s %s".formatted(REGISTER, said.register()));
        }
        if (!decision.holdsOn(recorder.today()) || !decision.holdsOn(said.from())) {
            throw new PrincipleRefusal.NotAgreedYet(
                    decision.reference(), decision.state(), said.from());
        }
        return decision;
    }
}
