package locality.governance.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import locality.governance.recorder.Recorder;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a spreadsheet of a place's allocations: a line without a reference is another allocation,
/// one with a reference says anew what that allocation says. All of them, or none; the same file
/// again changes nothing. Allocations that are not in it stay as they are.
@ApplicationScoped
class ImportAllocations {

    private final Functions functions;
    private final ArrangeFunction arrangeFunction;
    private final Recorder recorder;

    ImportAllocations(Functions functions, ArrangeFunction arrangeFunction, Recorder recorder) {
        this.functions = functions;
        this.arrangeFunction = arrangeFunction;
        this.recorder = recorder;
    }

    @Schema(name = "AllocationsImported")
    record Imported(int added, int changed, int unchanged) {}

    private enum Done {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /// @throws Malformed naming every faulty cell, every line that is stale or that a rule refuses
    @Transactional
    Imported handle(Locality place, String text) {
        recorder.requireWriting(place, "place", place.code());
        var csv = Csv.read(text, AllocationCsv.REQUIRED, AllocationCsv.OPTIONAL);
        var lines = csv.map(AllocationCsv::read);
        refuseTwice(lines);
        csv.refuseFaults();
        var done = lines.stream().map(line -> take(place, line)).toList();
        csv.refuseFaults();
        return new Imported(
                count(done, Done.ADDED), count(done, Done.CHANGED), count(done, Done.UNCHANGED));
    }

    private Done take(Locality place, AllocationCsv.Line line) {
        try {
            return line.reference() == null
                    ? add(place, line)
                    : change(place, line, line.reference());
        } catch (Refusal refused) {
            line.at().fault(column(refused), refused.detail());
            return Done.REFUSED;
        }
    }

    private Done add(Locality place, AllocationCsv.Line line) {
        functions.requireKnown(List.of(line.function()));
        arrangeFunction.arrange(line.recorded(place, recorder.today(), recorder.provenance(null)));
        return Done.ADDED;
    }

    private Done change(Locality place, AllocationCsv.Line line, String reference) {
        var meant =
                functions
                        .lookUpAllocation(reference)
                        .filter(one -> one.place == place)
                        .orElse(null);
        if (meant == null) {
            line.at()
                    .fault(
                            "reference",
                            "%s is no allocation of %s".formatted(reference, place.displayName()));
            return Done.REFUSED;
        }
        if (!mayChange(line, meant)) {
            return Done.REFUSED;
        }
        if (meant.terms.says(line.terms())) {
            return Done.UNCHANGED;
        }
        arrangeFunction.describe(meant, line.terms(), recorder.provenance(null));
        return Done.CHANGED;
    }

    /// Notes what of the line is stale, and what a spreadsheet does not change.
    private boolean mayChange(AllocationCsv.Line line, FunctionAllocation meant) {
        if (line.version() == null || line.version() != meant.version) {
            line.at()
                    .fault(
                            "version",
                            line.version() == null
                                    ? "is empty; %s is of version %d"
                                            .formatted(meant.reference, meant.version)
                                    : "you read version %d, it is now %d"
                                            .formatted(line.version(), meant.version));
            return false;
        }
        boolean sameFunction = keeps(line, "function", line.function(), meant.functionCode);
        boolean sameState = keeps(line, "state", line.state(), meant.stateBy(recorder.today()));
        boolean sameDay = keeps(line, "effectiveOn", line.effectiveOn(), meant.since());
        boolean sameEnd = keeps(line, "endsOn", line.endsOn(), meant.endsOn);
        return sameFunction && sameState && sameDay && sameEnd;
    }

    private static boolean keeps(
            AllocationCsv.Line line, String column, @Nullable Object said, @Nullable Object is) {
        if (said == null || Objects.equals(said, is)) {
            return true;
        }
        line.at()
                .fault(
                        column,
                        "is %s; agree, start or end the allocation to change it"
                                .formatted(is == null ? "not said" : is));
        return false;
    }

    private static void refuseTwice(List<AllocationCsv.Line> lines) {
        Map<String, Integer> seen = new HashMap<>();
        for (var line : lines) {
            if (line.reference() != null) {
                var first = seen.putIfAbsent(line.reference(), line.at().line());
                if (first != null) {
                    line.at().fault("reference", "is the same allocation as line " + first);
                }
            }
        }
    }

    private static String column(Refusal refused) {
        return switch (refused.code()) {
            case "UNKNOWN_ORGANISATION" -> "owner";
            case "NO_WHOLE_TIME_EQUIVALENTS" -> "wholeTimeEquivalents";
            case "AT_ANOTHER_LEVEL" -> "spatialLevel";
            case "ENDS_BEFORE_IT_BEGINS" -> "endsOn";
            case "ARRANGED_FROM_LATER" -> "effectiveOn";
            case "RESERVED_BY_ANOTHER_ALLOCATION" -> "reserved";
            case "RECORDED_AS_ENDED", "ALLOCATION_IN_PREPARATION" -> "state";
            default -> "function";
        };
    }

    private static int count(List<Done> done, Done what) {
        return (int) done.stream().filter(one -> one == what).count();
    }
}
