package locality.governance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Gives an organisation another name, or closes it.
@ApplicationScoped
class ChangeOrganisation {

    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangeOrganisation(Organisations organisations, Recorder recorder, EventLog eventLog) {
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Organisation rename(String code, @Nullable String ifMatch, Renaming next) {
        var organisation = require(code, ifMatch);
        var told = organisation.rename(next);
        organisations.flush();
        eventLog.append(told);
        return organisation;
    }

    /// Those who succeed list it as their predecessor where the caller writes their record. One of
    /// another place stays as it is, and is named by the one that closes.
    ///
    /// @param lastDay the last day it exists
    @Transactional
    Organisation close(
            String code,
            @Nullable String ifMatch,
            LocalDate lastDay,
            List<String> successors,
            Provenance source) {
        var closing = require(code, ifMatch);
        var told = new ArrayList<OrganisationRecorded>();
        told.add(closing.close(lastDay, source));
        for (var named : successors.stream().distinct().sorted().toList()) {
            var successor = successor(closing, named);
            if (recorder.written(successor.locality).isEmpty()) {
                closing.bePassedTo(successor, lastDay);
            } else {
                told.add(successor.succeed(closing, lastDay));
            }
        }
        organisations.flush();
        eventLog.appendAll(told);
        return closing;
    }

    private Organisation successor(Organisation closing, String code) {
        if (code.equals(closing.code)) {
            throw new OrganisationRefusal.SucceedsItself(code);
        }
        return organisations
                .findByIdOptional(code)
                .orElseThrow(() -> new OrganisationRefusal.Unknown(code));
    }

    private Organisation require(String code, @Nullable String ifMatch) {
        var organisation = organisations.require(code);
        recorder.requireWriting(organisation.locality, "organisation", code);
        new EntityTag(organisation.version).check(ifMatch);
        return organisation;
    }
}
