package locality.local;

/// A reason, in words for the person at the keyboard, why the suite does not come up.
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String reason) {
        super(reason);
    }
}
