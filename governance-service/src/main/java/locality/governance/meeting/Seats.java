package locality.governance.meeting;

/// How requests name members.
public final class Seats {

    private Seats() {}

    /// `CHAIR` of `CHAIR` or `MCR-HWBB/CHAIR`.
    public static String shortOf(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
