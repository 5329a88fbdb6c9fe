package locality.local;

/// Stops what a killed run left running. `deploy/down` calls it after it has told the supervisor to
/// stop.
public final class Clear {
    private Clear() {}

    public static void main(String[] arguments) {
        var layout = Layout.in(System.getenv());
        var records = new RunRecords(layout.run());
        var stopped = new Leftovers(records, layout.cluster(), new Progress(System.out)).stopAll();
        records.remove(RunRecords.SUPERVISOR);
        System.exit(stopped > 0 ? 0 : 4);
    }
}
