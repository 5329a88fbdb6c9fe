package locality.platform.refusal;

/// There is nothing by that id or reference that this caller may see. A thing of another locality
/// is answered in the same words: its existence is not disclosed.
public final class NotFound extends Refusal {

    public NotFound(String what, Object id) {
        super(Kind.NOT_FOUND, "NOT_FOUND", "There is no %s %s".formatted(what, id));
        operand("what", what);
        operand("id", id.toString());
    }
}
