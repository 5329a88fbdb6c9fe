package locality.governance.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.platform.http.Page;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/// Who was there at each sitting of a meeting, and who declared an interest in which item.
@Embeddable
class Roll {
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Attendance> attendance = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "interest", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<DeclaredInterest> interests = new ArrayList<>();

    /// What is told of a seat replaces what was written down for it at that sitting before; a
    /// stretch that ends when it begins says nobody sat there.
    void attend(List<Attendance> stretches) {
        attendance.removeIf(before -> stretches.stream().anyMatch(before::isOfTheSame));
        attendance.addAll(stretches);
    }

    /// A later declaration for the same seat and item replaces an earlier one.
    void declare(DeclaredInterest interest) {
        interests.removeIf(interest::isOfTheSame);
        interests.add(interest);
    }

    /// @param sitting its number
    List<Presence> presencesAt(int sitting) {
        return attendance.stream()
                .filter(stretch -> stretch.sitting() == sitting)
                .map(Attendance::asPresence)
                .toList();
    }

    List<Interest> interestsOn(int item) {
        return interests.stream()
                .filter(interest -> interest.item() == item)
                .map(DeclaredInterest::asInterest)
                .toList();
    }
}
