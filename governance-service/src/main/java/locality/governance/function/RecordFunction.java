package locality.governance.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;

/// Puts functions in the register, each once.
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
        functions.persistAndFlush(function);
        eventLog.append(function.recorded(recorder.today()));
        return function;
    }
}
