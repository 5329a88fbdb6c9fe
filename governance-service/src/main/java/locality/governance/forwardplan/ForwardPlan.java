package locality.governance.forwardplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.recorder.Recorder;
import locality.governance.validity.KeyNotice;
import locality.platform.eventlog.EventLog;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The forward plan as decisions use it: what is tabled was expected, and what is decided is off
/// the plan. Every call belongs to the transaction of whoever tables or decides, who has seen to it
/// that the caller writes there.
@ApplicationScoped
public class ForwardPlan {

    private final ForwardPlanEntries entries;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;
    private final EventLog eventLog;

    ForwardPlan(
            ForwardPlanEntries entries,
            ClearDaysRules clearDays,
            Recorder recorder,
            EventLog eventLog) {
        this.entries = entries;
        this.clearDays = clearDays;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What is to be decided, to be compared with what was announced.
    ///
    /// @param value whole-life, null when it is not about money
    public record Proposed(@Nullable String function, Locality place, @Nullable Pence value) {}

    /// The entry that a decision of a body is about, which announced that very matter.
    ///
    /// @throws locality.platform.refusal.Refusal `NOT_FOUND` unless the caller reads its place;
    ///   `FORWARD_PLAN_ENTRY_OF_ANOTHER_BODY`; `FORWARD_PLAN_ENTRY_NOT_OPEN` when it was decided or
    ///   withdrawn; `FORWARD_PLAN_ENTRY_DIFFERS` in function or place,
    ///   `FORWARD_PLAN_VALUE_EXCEEDED`
    public ForwardPlanEntryRef requireFor(String idOrReference, UUID body, Proposed matter) {
        var entry = entries.require(idOrReference);
        recorder.requireReading(entry.locality, "forward plan entry", idOrReference);
        entry.requireOpenFor(body);
        entry.requireAnnounced(matter);
        return new ForwardPlanEntryRef(entry.id, entry.reference, entry.title, entry.isKey());
    }

    /// A meeting, or an officer, has it before them. Once more for the same decision, as after a
    /// deferral, changes nothing.
    ///
    /// @throws locality.platform.refusal.Refusal `FORWARD_PLAN_ENTRY_TABLED` when it was tabled as
    ///   another decision, `ILLEGAL_TRANSITION` when it was decided or withdrawn
    @Transactional(Transactional.TxType.MANDATORY)
    public void tabled(UUID entry, UUID decision, LocalDate on) {
        var tabled = entries.require(entry.toString());
        tabled.table(decision, on).ifPresent(eventLog::append);
    }

    /// What it was tabled as was settled. A decision made good later settles what was expected
    /// again since; what was tabled as another by then, or withdrawn, is left alone.
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(UUID entry, UUID decision, LocalDate on) {
        var decided = entries.require(entry.toString());
        if (decided.state == ForwardPlanState.PLANNED) {
            decided.table(decision, on).ifPresent(eventLog::append);
        }
        if (decided.isTabledAs(decision)) {
            eventLog.append(decided.decide(on));
        }
    }

    /// What it was tabled as ended without settling it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void unsettled(UUID entry, UUID decision, LocalDate on) {
        var tabled = entries.require(entry.toString());
        if (tabled.isTabledAs(decision)) {
            eventLog.append(tabled.expectAgain(on));
        }
    }

    /// What it was tabled as was referred, and is tabled elsewhere as its follow-up.
    @Transactional(Transactional.TxType.MANDATORY)
    public void carried(UUID entry, UUID decision, UUID followUp, LocalDate on) {
        var tabled = entries.require(entry.toString());
        if (tabled.isTabledAs(decision)) {
            eventLog.append(tabled.carryTo(followUp, on));
        }
    }

    /// The notice given of a matter that is decided on a day, to be frozen in the evidence; empty
    /// when there is no such entry. What was given of a key decision that is on no plan is
    /// [KeyNotice.Given#NONE].
    public Optional<KeyNotice> keyNotice(UUID entry, LocalDate heldOn) {
        return entries.findByIdOptional(entry)
                .map(found -> found.noticeOn(heldOn, clearDays.of(NoticeOf.KEY_DECISION, heldOn)));
    }
}
