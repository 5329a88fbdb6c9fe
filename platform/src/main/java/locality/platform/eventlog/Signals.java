package locality.platform.eventlog;

import jakarta.inject.Singleton;

/// What the parts of the log tell each other within one process.
@Singleton
class Signals {

    /// Events were committed and wait for their positions.
    final Signal appended = new Signal();

    /// Events were given their positions and can be read.
    final Signal positioned = new Signal();
}
