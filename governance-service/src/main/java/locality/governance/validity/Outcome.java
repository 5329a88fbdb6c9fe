package locality.governance.validity;

import java.util.Locale;

/// What became of a matter at a meeting.
public enum Outcome {
    CARRIED,
    LOST,
    DEFERRED,
    REFERRED,
    WITHDRAWN;

    String inWords() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// Whether it is the body's say on the matter, rather than a way of not saying it.
    public boolean isVerdict() {
        return this == CARRIED || this == LOST;
    }
}
