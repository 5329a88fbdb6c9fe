package locality.platform.refusal;

/// Others hold what this needs: a lock was waited for in vain, or two transactions met. Nothing was
/// changed, and the same request may succeed a moment later.
final class Busy extends Refusal {

    Busy() {
        super(Kind.OVERLOADED, "BUSY", "Others are changing the same; repeat in a moment");
    }
}
