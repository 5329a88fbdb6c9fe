package locality.budget.worklist;

import locality.platform.worklist.WaitingSource;

/// A feature that knows of something waiting. Each implements it once; the worklist finds them all.
public interface WorklistSource extends WaitingSource<WorklistRow> {

    /// How many days ahead an end is told: a month, which leaves time to pay, vary or carry
    /// **(default)**.
    int DAYS_AHEAD = 30;
}
