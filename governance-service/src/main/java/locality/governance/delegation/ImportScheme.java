package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.http.Csv;
import locality.platform.refusal.Malformed;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Grants a whole scheme of delegation from a spreadsheet: all of it, or none. A line that was
/// exported and says what it said stays as it is; a delegation is not changed but revoked, and
/// granted anew.
@ApplicationScoped
class ImportScheme {

    private final Delegations delegations;
    private final GrantDelegation grantDelegation;
    private final BodyRegister bodies;
    private final Recorder recorder;

    ImportScheme(
            Delegations delegations,
            GrantDelegation grantDelegation,
            BodyRegister bodies,
            Recorder recorder) {
        this.delegations = delegations;
        this.grantDelegation = grantDelegation;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// A line whose bodies are known.
    private record Grant(SchemeCsv.Line line, BodyOnDate grantor, @Nullable UUID holder) {

        boolean restsOn(Grant other) {
            return other != this && grantor.id().equals(other.holder);
        }
    }

    /// @throws NotFound unless the caller writes for every place in it
    /// @throws Malformed naming every faulty cell, and every line that a rule refuses
    @Transactional
    DelegationResource.Imported handle(String text) {
        var csv = Csv.read(text, SchemeCsv.REQUIRED, SchemeCsv.OPTIONAL);
        var lines = csv.map(SchemeCsv::read);
        lines.stream()
                .map(line -> line.wanted().place())
                .distinct()
                .forEach(place -> recorder.requireWriting(place, "place", place.code()));
        refuseTwice(lines);
        var fresh = lines.stream().filter(line -> !isOnRecord(line)).toList();
        var grants = fresh.stream().flatMap(line -> withBodies(line).stream()).toList();
        csv.refuseFaults();
        grant(grants);
        csv.refuseFaults();
        return new DelegationResource.Imported(fresh.size(), lines.size() - fresh.size());
    }

    private void grant(List<Grant> grants) {
        var refused = new HashMap<Grant, Refusal>();
        for (var one : parentsFirst(grants)) {
            try {
                var source = recorder.provenance(null);
                var delegation = one.line.wanted().delegation(one.grantor.id(), one.holder, source);
                grantDelegation.grant(delegation, one.grantor);
            } catch (Refusal refusal) {
                refused.put(one, refusal);
            }
        }
        grants.stream()
                .filter(refused::containsKey)
                .forEach(one -> note(one, Objects.requireNonNull(refused.get(one)), refused));
    }

    /// What is at fault only because the line it rests on is, says so.
    private static void note(Grant one, Refusal refusal, Map<Grant, Refusal> refused) {
        var above = refused.keySet().stream().filter(one::restsOn).findFirst();
        if (refusal instanceof DelegationRefusal.NotTheirsToDelegate && above.isPresent()) {
            one.line
                    .at()
                    .fault(
                            "from",
                            "rests on line %d, which is at fault"
                                    .formatted(above.get().line.at().line()));
        } else {
            one.line.at().fault(column(refusal), refusal.detail());
        }
    }

    /// In the order of the file, except that a power is granted before what rests on it. Bodies
    /// that delegate to each other in a circle are left in the order of the file.
    private static List<Grant> parentsFirst(List<Grant> grants) {
        var waiting = new ArrayList<>(grants);
        var ordered = new ArrayList<Grant>();
        while (!waiting.isEmpty()) {
            var next =
                    waiting.stream()
                            .filter(one -> waiting.stream().noneMatch(one::restsOn))
                            .findFirst()
                            .orElseGet(waiting::getFirst);
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /// Whether the line names a delegation on record; notes what is stale, and what it would
    /// change.
    private boolean isOnRecord(SchemeCsv.Line line) {
        var reference = line.wanted().reference();
        var found =
                reference == null ? Optional.<Delegation>empty() : delegations.lookUp(reference);
        found.ifPresent(
                delegation -> {
                    var version = line.version();
                    if (version == null || !recorder.shown(null).contains(delegation.place)) {
                        line.at()
                                .fault(
                                        "reference",
                                        "there is a delegation %s already".formatted(reference));
                    } else if (version != delegation.version) {
                        line.at()
                                .fault(
                                        "version",
                                        "you read version %d, it is now %d"
                                                .formatted(version, delegation.version));
                    } else {
                        refuseChange(line, delegation);
                    }
                });
        return found.isPresent();
    }

    private void refuseChange(SchemeCsv.Line line, Delegation delegation) {
        var said = withBodies(line);
        if (said.isEmpty()) {
            return;
        }
        var wanted =
                line.wanted()
                        .delegation(
                                said.get().grantor.id(), said.get().holder, delegation.provenance);
        delegation
                .differencesFrom(wanted)
                .forEach(
                        column ->
                                line.at()
                                        .fault(
                                                column,
                                                "is not what was granted; revoke %s and grant it"
                                                                .formatted(delegation.reference)
                                                        + " anew"));
    }

    private Optional<Grant> withBodies(SchemeCsv.Line line) {
        var wanted = line.wanted();
        var grantor =
                known(
                        line,
                        "from",
                        () -> bodies.requireForWriting(wanted.from(), wanted.effectiveOn()));
        if (wanted.to() == null) {
            return grantor.map(from -> new Grant(line, from, null));
        }
        var to = wanted.to();
        var holder = known(line, "to", () -> bodies.require(to, wanted.effectiveOn()));
        return grantor.flatMap(from -> holder.map(found -> new Grant(line, from, found.id())));
    }

    private static Optional<BodyOnDate> known(
            SchemeCsv.Line line, String column, Supplier<BodyOnDate> lookUp) {
        try {
            return Optional.of(lookUp.get());
        } catch (NotFound unknown) {
            line.at().fault(column, unknown.detail());
            return Optional.empty();
        }
    }

    private static void refuseTwice(List<SchemeCsv.Line> lines) {
        var seen = new HashMap<String, Integer>();
        lines.stream()
                .filter(line -> line.wanted().reference() != null)
                .forEach(
                        line -> {
                            var reference = Objects.requireNonNull(line.wanted().reference());
                            var first = seen.putIfAbsent(reference, line.at().line());
                            if (first != null) {
                                line.at().fault("reference", "is the same as on line " + first);
                            }
                        });
    }

    private static String column(Refusal refused) {
        return switch (refused.code()) {
            case "DELEGATION_REFERENCE_TAKEN" -> "reference";
            case "ONE_HOLDER", "DELEGATION_CIRCULAR" -> "to";
            case "UNKNOWN_ORGANISATION" -> "toOrganisation";
            case "UNKNOWN_FUNCTION", "RESERVED" -> "functions";
            case "NOT_FOUND" -> "place";
            case "LIMIT_WIDER_THAN_OWN", "LIMIT_NEGATIVE" -> "limitPence";
            case "LONGER_THAN_OWN", "ENDS_BEFORE_IT_BEGINS", "OUTLIVES_A_BODY" -> "expiresOn";
            case "GRANTING_DECISION_NOT_VALID" -> "grantingDecision";
            default -> "from";
        };
    }
}
