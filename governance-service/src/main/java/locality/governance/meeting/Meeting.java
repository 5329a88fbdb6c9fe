package locality.governance.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.platform.event.GovernanceEvent.MeetingChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A meeting of a body. Its day is the day everything at it is judged on: the body, its members,
/// its terms of reference, its delegations.
@Entity
public class Meeting {
    @Id UUID id;
    String reference;
    UUID bodyId;
    String bodyReference;
    String bodyName;
    Locality locality;

    /// The clock on the wall.
    LocalDateTime startsAt;

    @Enumerated(EnumType.STRING)
    MeetingState state;

    @Nullable LocalDate noticedOn;
    @Nullable String cancelReason;

    @ElementCollection
    @CollectionTable(name = "agenda_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<AgendaItem> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Attendance> attendance = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "interest", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<DeclaredInterest> interests = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Meeting() {}

    static Meeting planned(
            UUID id,
            String reference,
            BodyOnDate body,
            LocalDateTime startsAt,
            Provenance provenance) {
        var meeting = new Meeting();
        meeting.id = id;
        meeting.reference = reference;
        meeting.bodyId = body.id();
        meeting.bodyReference = body.reference();
        meeting.bodyName = body.name();
        meeting.locality = body.locality();
        meeting.startsAt = startsAt;
        meeting.state = MeetingState.PLANNED;
        meeting.provenance = provenance;
        return meeting;
    }

    MeetingChanged notice(LocalDate day) {
        if (day.isAfter(heldOn())) {
            throw new MeetingRefusal.NoticedTooLate(day, heldOn());
        }
        step(MeetingState.NOTICED);
        noticedOn = day;
        return changed(day);
    }

    MeetingChanged open() {
        step(MeetingState.OPEN);
        return changed(heldOn());
    }

    MeetingChanged close() {
        step(MeetingState.CLOSED);
        return changed(heldOn());
    }

    MeetingChanged cancel(String reason) {
        step(MeetingState.CANCELLED);
        cancelReason = reason;
        return changed(heldOn());
    }

    /// @return the item's number
    public int put(String title, Provenance source) {
        if (state == MeetingState.CLOSED || state == MeetingState.CANCELLED) {
            throw new MeetingRefusal.NotNow("its agenda is closed", state);
        }
        items.add(new AgendaItem(title, source));
        return items.size();
    }

    void attend(List<Attendance> stretches) {
        requireOpen("attendance is written down while it is open");
        for (var stretch : stretches) {
            if (stretch.leftAt() != null && stretch.leftAt().isBefore(stretch.arrivedAt())) {
                throw new MeetingRefusal.LeftBeforeArriving(
                        stretch.seat(), stretch.arrivedAt(), stretch.leftAt());
            }
        }
        attendance.addAll(stretches);
    }

    void declare(DeclaredInterest interest) {
        requireItem(interest.item());
        if (state != MeetingState.NOTICED && state != MeetingState.OPEN) {
            throw new MeetingRefusal.NotNow(
                    "interests are declared once it is noticed and while it is open", state);
        }
        interests.add(interest);
    }

    /// @throws MeetingRefusal unless it is open
    public void requireOpen(String what) {
        if (state != MeetingState.OPEN) {
            throw new MeetingRefusal.NotNow(what, state);
        }
    }

    /// @throws MeetingRefusal if the agenda has no such item
    public void requireItem(int number) {
        if (number < 1 || number > items.size()) {
            throw new MeetingRefusal.NoSuchItem(reference, number);
        }
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public UUID bodyId() {
        return bodyId;
    }

    public Locality locality() {
        return locality;
    }

    public LocalDate heldOn() {
        return startsAt.toLocalDate();
    }

    public LocalDateTime startsAt() {
        return startsAt;
    }

    public @Nullable LocalDate noticedOn() {
        return noticedOn;
    }

    public String titleOf(int item) {
        requireItem(item);
        return items.get(item - 1).title();
    }

    /// The human name of an item, as in `MCR-HWBB-2014-05-14/3`.
    public String referenceOf(int item) {
        return reference + "/" + item;
    }

    public List<Presence> presences() {
        return attendance.stream().map(Attendance::asPresence).toList();
    }

    public List<Interest> interestsOn(int item) {
        return interests.stream()
                .filter(interest -> interest.item() == item)
                .map(DeclaredInterest::asInterest)
                .toList();
    }

    MeetingChanged changed(LocalDate effectiveOn) {
        return new MeetingChanged(
                id,
                reference,
                bodyId,
                bodyName,
                startsAt.toString(),
                state.name(),
                locality,
                effectiveOn,
                provenance);
    }

    private void step(MeetingState next) {
        if (!state.next().contains(next)) {
            throw new MeetingRefusal.IllegalStep(state, next);
        }
        state = next;
    }
}
