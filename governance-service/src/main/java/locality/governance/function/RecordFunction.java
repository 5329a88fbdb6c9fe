package locality.governance.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Puts functions in the register, each once, and says what they are and of which wider one they
/// are a part.
@ApplicationScoped
class RecordFunction {

    private final Functions functions;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordFunction(Functions functions, Recorder recorder, EventLog eventLog) {
        this.functions = functions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    BusinessFunction handle(BusinessFunction function) {
        if (functions.findById(function.code) != null) {
            throw new FunctionRefusal.AlreadyKnown(function.code);
        }
        requireTree(function.code, function.parentCode);
        functions.persistAndFlush(function);
        eventLog.append(function.recorded(recorder.today()));
        return function;
    }

    /// @param parent the wider function it is a part of, null for none
    @Transactional
    BusinessFunction describe(
            String code,
            @Nullable String ifMatch,
            String name,
            @Nullable String description,
            @Nullable String parent,
            Provenance source) {
        functions.hold("the tree of functions");
        var function = functions.require(code);
        new EntityTag(function.version).check(ifMatch);
        requireTree(code, parent);
        var told = function.describe(name, description, parent, recorder.today(), source);
        functions.flush();
        eventLog.append(told);
        return function;
    }

    private void requireTree(String code, @Nullable String parent) {
        if (parent == null) {
            return;
        }
        if (parent.equals(code) || functions.partsOf(code).contains(parent)) {
            throw new FunctionRefusal.PartOfItself(code, parent);
        }
        functions.requireKnown(List.of(parent));
    }
}
