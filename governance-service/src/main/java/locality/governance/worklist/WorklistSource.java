package locality.governance.worklist;

import locality.platform.worklist.WaitingSource;

/// A feature that knows of something waiting. Each implements it once; the worklist finds them all.
public interface WorklistSource extends WaitingSource<WorklistRow> {

    /// How many days ahead an end that takes a board's decision to prevent is told: a quarter,
    /// since boards that meet every quarter must still meet in time **(default)**.
    int DAYS_AHEAD = 90;
}
