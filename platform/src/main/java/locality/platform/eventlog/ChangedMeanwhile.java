package locality.platform.eventlog;

import locality.platform.refusal.Refusal;

/// Another transaction told something of the same subject at the same moment and was first.
public final class ChangedMeanwhile extends Refusal {

    ChangedMeanwhile() {
        super(
                Kind.CONFLICT,
                "CHANGED_MEANWHILE",
                "Somebody else changed this at the same moment; read it again and repeat");
    }
}
