package locality.governance.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import locality.platform.http.Page;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/// The sittings a meeting has had, in order, the one that is on included.
@Embeddable
class Sittings {
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "sitting", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<Sitting> had = new ArrayList<>();

    /// The one that is on, or was the last; empty before the first.
    Optional<Sitting> last() {
        return had.isEmpty() ? Optional.empty() : Optional.of(had.getLast());
    }

    void begin(Sitting first) {
        had.add(first);
    }

    /// @param until when and where it goes on, if the meeting named that
    /// @param today in the United Kingdom
    void adjourn(
            LocalDateTime at, Sitting.@Nullable Resumption until, String reason, LocalDate today) {
        had.getLast().requireEnd(at, today);
        end(had.getLast().adjourned(at, reason, until));
    }

    /// @param noticed when notice of the next sitting was given, null for none
    /// @param today in the United Kingdom
    /// @return the one that begins
    Sitting goOn(
            LocalDateTime at,
            @Nullable String where,
            @Nullable LocalDate noticed,
            LocalDate today) {
        had.add(had.getLast().next(at, where, noticed, today));
        return had.getLast();
    }

    /// @param at when it ended, null when nobody said
    /// @param today in the United Kingdom
    void close(@Nullable LocalDateTime at, LocalDate today) {
        if (at != null) {
            had.getLast().requireEnd(at, today);
        }
        end(had.getLast().ended(at));
    }

    private void end(Sitting ended) {
        had.set(had.size() - 1, ended);
    }

    /// @param number counted from one
    /// @param meeting its reference
    /// @throws MeetingRefusal if the meeting has had no such sitting
    Sitting require(int number, String meeting) {
        if (number < 1 || number > had.size()) {
            throw new MeetingRefusal.NoSuchSitting(meeting, number);
        }
        return had.get(number - 1);
    }
}
