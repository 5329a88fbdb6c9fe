package locality.governance.scrutiny;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Numbering;
import locality.governance.recorder.PersonalData;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;

/// Sets how many reports a committee wants.
@ApplicationScoped
class SetQuota {

    private final ScrutinyQuotas quotas;
    private final BodyRegister bodies;
    private final Numbering numbering;
    private final EventLog eventLog;

    SetQuota(ScrutinyQuotas quotas, BodyRegister bodies, Numbering numbering, EventLog eventLog) {
        this.quotas = quotas;
        this.bodies = bodies;
        this.numbering = numbering;
        this.eventLog = eventLog;
    }

    /// @param until the last day of the period
    record Wanted(
            String body,
            String subject,
            int reports,
            LocalDate from,
            LocalDate until,
            Provenance provenance) {}

    @Transactional
    ScrutinyQuota handle(Wanted wanted) {
        PersonalData.requireNone("subject", wanted.subject);
        if (wanted.until.isBefore(wanted.from)) {
            throw new ScrutinyRefusal.EndsBeforeItBegins(wanted.from, wanted.until);
        }
        var body = bodies.requireForWriting(wanted.body, wanted.from);
        var quota = new ScrutinyQuota();
        quota.id = Ids.next();
        quota.number = numbering.next(ScrutinyQuota.class, body.id());
        quota.reference = "%s-SQ-%d".formatted(body.reference(), quota.number);
        quota.bodyId = body.id();
        quota.bodyReference = body.reference();
        quota.bodyName = body.name();
        quota.locality = body.locality();
        quota.subject = wanted.subject;
        quota.reportsWanted = wanted.reports;
        quota.fromDay = wanted.from;
        quota.untilDay = wanted.until;
        quota.provenance = wanted.provenance;
        requireTheOnly(quota);
        quotas.persistAndFlush(quota);
        eventLog.append(quota.told());
        return quota;
    }

    /// All of them or none.
    @Transactional
    void handle(List<Wanted> all) {
        all.forEach(this::handle);
    }

    /// Of the same subject in the same days there is one number, not two.
    private void requireTheOnly(ScrutinyQuota quota) {
        quotas.of(quota.bodyId, quota.subject).stream()
                .filter(before -> before.period().overlaps(quota.period()))
                .findFirst()
                .ifPresent(
                        before -> {
                            throw new ScrutinyRefusal.AlreadySet(before);
                        });
    }
}
