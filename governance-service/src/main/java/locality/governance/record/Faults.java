package locality.governance.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import locality.platform.refusal.Refusal;

/// What is at fault in a document, found by trying every part of it: a part that is refused does
/// not keep the next from being tried, though nothing is kept any more.
final class Faults {

    private static final int MOST = 100;

    private final List<RecordRefusal.Fault> found = new ArrayList<>();

    /// A part of the document, and where it stands there.
    record Part<T>(String pointer, T value) {}

    /// @return whether it was not refused
    boolean attempt(String pointer, Runnable step) {
        if (found.size() >= MOST) {
            return false;
        }
        try {
            step.run();
            return true;
        } catch (Refusal no) {
            add(pointer, no);
            return false;
        }
    }

    /// Does all of them in one step; where that is refused, half of them and the other half, down
    /// to each one that is at fault.
    ///
    /// @param pointer what they are parts of: at fault itself when none of them is alone
    <T> void attemptTogether(String pointer, List<Part<T>> parts, Consumer<List<T>> step) {
        if (parts.isEmpty() || found.size() >= MOST) {
            return;
        }
        try {
            step.accept(parts.stream().map(Part::value).toList());
        } catch (Refusal no) {
            int before = found.size();
            if (parts.size() > 1) {
                int half = parts.size() / 2;
                attemptTogether(pointer, parts.subList(0, half), step);
                attemptTogether(pointer, parts.subList(half, parts.size()), step);
            }
            if (found.size() == before) {
                add(parts.size() == 1 ? parts.getFirst().pointer : pointer, no);
            }
        }
    }

    /// @throws RecordRefusal naming the first hundred
    void refuse() {
        if (!found.isEmpty()) {
            throw new RecordRefusal.Faulty(List.copyOf(found));
        }
    }

    private void add(String pointer, Refusal no) {
        found.add(new RecordRefusal.Fault(pointer, no.code(), no.detail()));
    }
}
