package locality.governance.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.governance.period.ClearDays;
import locality.governance.recorder.PersonalData;
import locality.governance.validity.Notice;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A meeting of a body. The day of the sitting that is on is the day everything at it is judged on:
/// the body, its members, its terms of reference, its delegations. What was decided at an earlier
/// sitting keeps the day it was decided on.
@Entity
public class Meeting {
    @Id UUID id;
    String reference;
    UUID bodyId;
    String bodyReference;
    String bodyName;
    Locality locality;

    /// Of the sitting that is on, or comes next, or was the last: the clock on the wall.
    LocalDateTime startsAt;

    /// The day it sat first, or is to, as queries see it; see [#firstHeldOn].
    @Formula("meeting_first_held_on(id, starts_at)")
    LocalDate firstDay;

    /// When that is expected to end.
    @Nullable LocalDateTime endsAt;

    @Nullable String place;
    boolean openToPublic;

    @Enumerated(EnumType.STRING)
    MeetingState state;

    /// The notice of its first sitting.
    @Nullable LocalDate noticedOn;

    @Nullable String cancelReason;

    /// Why it was last moved.
    @Nullable String movedBecause;

    /// How often those who put it in their diaries had to change the entry.
    int revision;

    @Embedded @Nullable ApprovedMinutes minutes;

    /// When it last changed, by the clock of the database.
    @Column(insertable = false, updatable = false)
    Instant changedAt;

    @Embedded Sittings sittings = new Sittings();

    @Embedded Agenda agenda = new Agenda();

    @Embedded Roll roll = new Roll();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Meeting() {}

    static Meeting planned(
            UUID id, String reference, BodyOnDate body, Schedule schedule, Provenance provenance) {
        var meeting = new Meeting();
        meeting.id = id;
        meeting.reference = reference;
        meeting.bodyId = body.id();
        meeting.bodyReference = body.reference();
        meeting.bodyName = body.name();
        meeting.locality = body.locality();
        meeting.schedule(schedule);
        meeting.state = MeetingState.PLANNED;
        meeting.provenance = provenance;
        return meeting;
    }

    /// @param today in the United Kingdom
    MeetingChanged notice(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new MeetingRefusal.InTheFuture("noticedOn", day, today);
        }
        if (day.isAfter(heldOn())) {
            throw new MeetingRefusal.NoticedTooLate(day, heldOn());
        }
        state = state.to(MeetingState.NOTICED);
        noticedOn = day;
        return changed(day);
    }

    /// Plans it anew for another time; notice that was given of the old one is none of the new.
    ///
    /// @param place null leaves it where it was to be
    MeetingChanged move(
            LocalDateTime to,
            @Nullable LocalDateTime until,
            @Nullable String where,
            String reason) {
        PersonalData.requireNone("reason", reason);
        requireNow(state.isAhead(), "it is moved before it opens");
        schedule(new Schedule(to, until, where == null ? place : where, openToPublic));
        state = MeetingState.PLANNED;
        noticedOn = null;
        movedBecause = reason;
        revision++;
        return changed(heldOn());
    }

    /// @param today in the United Kingdom
    MeetingChanged open(LocalDate today) {
        sitting().requireItsDay(today);
        requireNow(state != MeetingState.ADJOURNED, "it is reconvened");
        state = state.to(MeetingState.OPEN);
        sittings.begin(sitting());
        return changed(heldOn());
    }

    /// @param until when and where it goes on, if the meeting named that
    /// @param today in the United Kingdom
    MeetingChanged adjourn(
            LocalDateTime at, Sitting.@Nullable Resumption until, String reason, LocalDate today) {
        PersonalData.requireNone("reason", reason);
        state = state.to(MeetingState.ADJOURNED);
        sittings.adjourn(at, until, reason, today);
        return changed(at.toLocalDate());
    }

    /// Sits again. A sitting that begins when the meeting, adjourning, said it would needs no
    /// notice of its own and rests on that of the sitting it resumes; any other needs the notice
    /// that the terms of reference ask for, without which its decisions are `NO_NOTICE`.
    ///
    /// @param noticed when notice of this sitting was given, null for none
    /// @param today in the United Kingdom
    MeetingChanged reconvene(
            LocalDateTime at,
            @Nullable String where,
            @Nullable LocalDate noticed,
            LocalDate today) {
        requireNow(state == MeetingState.ADJOURNED, "only an adjourned meeting is reconvened");
        state = state.to(MeetingState.OPEN);
        var next = sittings.goOn(at, where, noticed, today);
        schedule(new Schedule(at, null, next.place(), openToPublic));
        revision++;
        return changed(heldOn());
    }

    /// @param at when it ended, null when nobody said
    /// @param today in the United Kingdom
    MeetingChanged close(@Nullable LocalDateTime at, LocalDate today) {
        state = state.to(MeetingState.CLOSED);
        sittings.close(at, today);
        return changed(heldOn());
    }

    MeetingChanged cancel(String reason) {
        PersonalData.requireNone("reason", reason);
        state = state.to(MeetingState.CANCELLED);
        cancelReason = reason;
        revision++;
        return changed(heldOn());
    }

    /// Takes its minutes as approved: from then on nothing of its record changes. Whether the later
    /// meeting may approve them is for the caller to ask.
    ///
    /// @param later the meeting that approved them
    /// @param approved the version it approved, null when that is what the record itself says
    public MeetingChanged approveMinutes(Meeting later, @Nullable Integer approved) {
        state = state.to(MeetingState.MINUTES_APPROVED);
        minutes = new ApprovedMinutes(later.id, later.heldOn(), approved);
        return changed(later.heldOn());
    }

    /// @return the item's number
    public int put(String title, Provenance source) {
        requireNow(!state.isOver(), "its agenda is closed");
        return agenda.put(new AgendaItem(title, source));
    }

    void attend(List<Attendance> stretches) {
        requireOpen("attendance is written down while it is open");
        for (var stretch : stretches) {
            sittings.require(stretch.sitting(), reference);
            stretch.requireInOrder();
        }
        roll.attend(stretches);
    }

    void declare(DeclaredInterest interest) {
        PersonalData.requireNone("nature", interest.nature());
        requireItem(interest.item());
        requireNow(
                state.takesInterests(),
                "interests are declared once it is noticed and until it is closed");
        roll.declare(interest);
    }

    /// @throws MeetingRefusal unless it is open
    public void requireOpen(String what) {
        requireNow(state == MeetingState.OPEN, what);
    }

    /// Whether nothing more is decided at it.
    public boolean isOver() {
        return state.isOver();
    }

    /// @throws Refusal if it has changed since the caller read it
    public void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// @throws MeetingRefusal if the agenda has no such item
    public void requireItem(int number) {
        agenda.require(number, reference);
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

    public String bodyName() {
        return bodyName;
    }

    public Locality locality() {
        return locality;
    }

    /// The day of the sitting that is on, or comes next, or was the last: what is decided now is
    /// judged on it.
    public LocalDate heldOn() {
        return startsAt.toLocalDate();
    }

    /// The day it sat first, or is to.
    public LocalDate firstHeldOn() {
        return sittings.had.isEmpty() ? heldOn() : sittings.had.getFirst().heldOn();
    }

    /// When and where the sitting that is on, or comes next, or was the last, was to be.
    public Schedule schedule() {
        return new Schedule(startsAt, endsAt, place, openToPublic);
    }

    /// How often those who put it in their diaries had to change the entry.
    public int revision() {
        return revision;
    }

    /// When it last changed, by the clock of the database.
    public Instant changedAt() {
        return changedAt;
    }

    /// When that sitting starts.
    public LocalDateTime startsAt() {
        return startsAt;
    }

    public MeetingState state() {
        return state;
    }

    /// When notice was given of the sitting that is on, or before the first of it.
    public @Nullable LocalDate noticedOn() {
        return sitting().noticedOn();
    }

    /// How its notice measures by a rule; null when none was given.
    public @Nullable Notice notice(ClearDays counted) {
        return sitting().notice(counted);
    }

    /// The sittings it has had, in order, the one that is on included.
    public List<Sitting> sittings() {
        return List.copyOf(sittings.had);
    }

    /// How many items its agenda has.
    public int agendaLength() {
        return agenda.items.size();
    }

    public EntityTag tag() {
        return new EntityTag(version);
    }

    public String titleOf(int item) {
        return agenda.require(item, reference).title();
    }

    /// The human name of an item, as in `MCR-HWBB-2014-05-14/3`.
    public String referenceOf(int item) {
        return reference + "/" + item;
    }

    /// When a sitting began.
    ///
    /// @throws MeetingRefusal if it has had no such sitting
    LocalDateTime startOf(int sitting) {
        return sittings.require(sitting, reference).startsAt();
    }

    /// Who is or was there at the sitting that is on, or was the last.
    public List<Presence> presences() {
        return presencesAt(sittings.had.size());
    }

    /// @param sitting its number
    public List<Presence> presencesAt(int sitting) {
        return roll.presencesAt(sitting);
    }

    public List<Interest> interestsOn(int item) {
        return roll.interestsOn(item);
    }

    /// Null before a later meeting approved them.
    public @Nullable ApprovedMinutes minutes() {
        return minutes;
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

    /// The one that is on, or comes first, or was the last.
    private Sitting sitting() {
        return sittings.last().orElseGet(() -> Sitting.first(startsAt, place, noticedOn));
    }

    private void schedule(Schedule schedule) {
        schedule.requireEndAfterStart();
        startsAt = schedule.startsAt();
        endsAt = schedule.endsAt();
        place = schedule.place();
        openToPublic = schedule.openToPublic();
    }

    private void requireNow(boolean lawful, String rule) {
        if (!lawful) {
            throw new MeetingRefusal.NotNow(rule, state);
        }
    }
}
