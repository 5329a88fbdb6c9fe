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
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
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
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "agenda_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<AgendaItem> items = new ArrayList<>();

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

    /// @param today in the United Kingdom
    MeetingChanged open(LocalDate today) {
        if (today.isBefore(heldOn())) {
            throw new MeetingRefusal.BeforeItsDay(heldOn(), today);
        }
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
        if (isOver()) {
            throw new MeetingRefusal.NotNow("its agenda is closed", state);
        }
        items.add(new AgendaItem(title, source));
        return items.size();
    }

    /// What is told of a seat replaces what was written down for it before; a stretch that ends
    /// when it begins says nobody sat there.
    void attend(List<Attendance> stretches) {
        requireOpen("attendance is written down while it is open");
        for (var stretch : stretches) {
            if (stretch.leftAt() != null && stretch.leftAt().isBefore(stretch.arrivedAt())) {
                throw new MeetingRefusal.LeftBeforeArriving(
                        stretch.seat(), stretch.arrivedAt(), stretch.leftAt());
            }
        }
        attendance.removeIf(
                before -> stretches.stream().anyMatch(now -> now.seat().equals(before.seat())));
        attendance.addAll(stretches);
    }

    /// A later declaration for the same seat and item replaces an earlier one.
    void declare(DeclaredInterest interest) {
        requireItem(interest.item());
        if (state != MeetingState.NOTICED && state != MeetingState.OPEN) {
            throw new MeetingRefusal.NotNow(
                    "interests are declared once it is noticed and while it is open", state);
        }
        interests.removeIf(interest::isOfTheSame);
        interests.add(interest);
    }

    /// @throws MeetingRefusal unless it is open
    public void requireOpen(String what) {
        if (state != MeetingState.OPEN) {
            throw new MeetingRefusal.NotNow(what, state);
        }
    }

    /// Whether nothing more is decided at it.
    public boolean isOver() {
        return state == MeetingState.CLOSED || state == MeetingState.CANCELLED;
    }

    /// @throws Refusal if it has changed since the caller read it
    public void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
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

    public EntityTag tag() {
        return new EntityTag(version);
    }

    public MeetingState state() {
        return state;
    }

    /// How many matters its agenda has.
    public int agendaLength() {
        return items.size();
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
