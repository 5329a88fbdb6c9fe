package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Puts a framework, or a later version of one, on record.
@ApplicationScoped
class AdoptFramework {

    private final Frameworks frameworks;
    private final Recorder recorder;
    private final EventLog eventLog;

    AdoptFramework(Frameworks frameworks, Recorder recorder, EventLog eventLog) {
        this.frameworks = frameworks;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// A framework as it is written down.
    ///
    /// @param effectiveOn null for today
    /// @param scale from the worst word to the best; empty where nothing is rated
    /// @param target the word to be reached, null for none
    record Written(
            String code,
            String title,
            FrameworkKind kind,
            Locality locality,
            @Nullable LocalDate effectiveOn,
            List<String> scale,
            List<String> red,
            @Nullable String target,
            List<Domain> domains,
            @Nullable Provenance provenance) {}

    record Domain(String title, List<Named> criteria) {}

    /// @param code where it stands, as in `3.7`, when left out
    record Named(@Nullable String code, String title) {}

    /// All of them or none.
    @Transactional
    List<Framework> handle(List<Written> written) {
        return written.stream().map(this::adopt).toList();
    }

    private Framework adopt(Written written) {
        recorder.requireWriting(written.locality, "locality", written.locality.code());
        var framework = of(written);
        framework.requireWhole();
        frameworks
                .lastForAdoption(framework.code)
                .ifPresent(last -> requireFollows(last, framework));
        frameworks.persistAndFlush(framework);
        eventLog.append(framework.adopted());
        return framework;
    }

    private Framework of(Written written) {
        var framework = new Framework();
        framework.id = Ids.next();
        framework.code = written.code;
        framework.title = written.title;
        framework.kind = written.kind;
        framework.locality = written.locality;
        framework.effectiveOn =
                written.effectiveOn == null ? recorder.today() : written.effectiveOn;
        framework.scale = written.scale;
        framework.red = written.red;
        framework.target = written.target;
        framework.domains = written.domains.stream().map(Domain::title).toList();
        framework.criteria = criteria(written.domains);
        framework.provenance = recorder.provenance(written.provenance);
        return framework;
    }

    private static List<Criterion> criteria(List<Domain> domains) {
        var criteria = new ArrayList<Criterion>();
        for (int d = 0; d < domains.size(); d++) {
            var domain = domains.get(d);
            for (int c = 0; c < domain.criteria.size(); c++) {
                var named = domain.criteria.get(c);
                criteria.add(
                        new Criterion(
                                named.code == null ? "%d.%d".formatted(d + 1, c + 1) : named.code,
                                domain.title,
                                named.title));
            }
        }
        return criteria;
    }

    /// A code stays with its place, which alone writes its next version; so one place never changes
    /// what another goes by.
    private void requireFollows(Framework last, Framework next) {
        if (last.locality != next.locality) {
            throw new AssessmentRefusal.NotAsFirst(
                    next.code, "locality", last.locality.code(), next.locality.code());
        }
        if (!next.effectiveOn.isAfter(last.effectiveOn)) {
            throw new AssessmentRefusal.VersionOutOfOrder(
                    next.code, last.effectiveOn, next.effectiveOn);
        }
    }
}
