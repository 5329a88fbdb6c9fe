package locality.budget.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What entries name, of all of them together: by it everything that they are judged by is locked
/// before the first is judged. What was sent may lack anything: it is judged later.
final class Mentioned {

    private final Set<String> keys = new HashSet<>();
    private final Set<String> lines = new HashSet<>();
    private final Set<String> decisions = new HashSet<>();
    private boolean drawsOnASource;

    static Mentioned by(List<NewEntry> entries) {
        var mentioned = new Mentioned();
        entries.forEach(mentioned::add);
        return mentioned;
    }

    void add(NewEntry entry) {
        if (entry.key() != null) {
            keys.add(entry.key());
        }
        if (entry.decisionId() != null) {
            decisions.add(entry.decisionId());
        }
        if (entry.postings() != null) {
            entry.postings().stream().filter(Objects::nonNull).forEach(this::add);
        }
    }

    private void add(NewEntry.NewPosting posting) {
        if (posting.lineId() != null) {
            lines.add(posting.lineId());
        } else if (posting.source() != null) {
            drawsOnASource = true;
        }
    }

    Set<String> keys() {
        return keys;
    }

    Set<String> lines() {
        return lines;
    }

    Set<String> decisions() {
        return decisions;
    }

    boolean drawsOnASource() {
        return drawsOnASource;
    }
}
