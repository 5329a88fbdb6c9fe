package locality.governance.validity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import locality.governance.authority.Finding;
import locality.governance.authority.Standing;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.governance.voting.Roll;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
import org.jspecify.annotations.Nullable;

/// Everything a decision rests on, as it was when the outcome was recorded. It is kept with the
/// decision; later changes to the body, its members or its delegations never alter it.
///
/// @param terms null when the body had no terms of reference on the day: then no quorum can be
///   shown
/// @param authority what the scheme of delegation gave the body; null for a decision that needs no
///   authority
/// @param mode how it was taken; null, as in what was frozen before there were others, at a meeting
/// @param route how far the subject had come on its approval route; null when it has none
/// @param keyNotice what notice was given of a key decision; null for one that is not key and was
///   not expected on the forward plan
/// @param notice how notice was measured; null when none was given, and in evidence from before it
///   was kept, whose clear days are days of the calendar
/// @param callIn how the days for call-in were measured; null when the terms give none, and in
///   evidence from before it was kept, whose days are days of the calendar after the day held
public record Evidence(
        DecisionType type,
        LocalDate heldOn,
        @Nullable LocalDate noticedOn,
        Standing standing,
        @Nullable Terms terms,
        List<Seat> seats,
        List<Presence> attendance,
        List<Interest> interests,
        @Nullable LocalTime votedAt,
        List<Vote> votes,
        @Nullable Choice castingVote,
        @Nullable Outcome declared,
        @Nullable Finding authority,
        @Nullable Mode mode,
        @Nullable RouteProgress route,
        @Nullable KeyNotice keyNotice,
        @Nullable Notice notice,
        @Nullable CallIn callIn) {

    public Evidence {
        seats = List.copyOf(seats);
        attendance = List.copyOf(attendance);
        interests = List.copyOf(interests);
        votes = List.copyOf(votes);
    }

    /// The same, without the references of people: for those who are not shown them. It is not to
    /// be judged by, as who sat where makes part of quorum.
    public Evidence withoutPeople() {
        return new Evidence(
                type,
                heldOn,
                noticedOn,
                standing,
                terms,
                seats.stream().map(Seat::withoutPeople).toList(),
                attendance.stream().map(Presence::withoutPeople).toList(),
                interests.stream().map(Interest::withoutPeople).toList(),
                votedAt,
                votes,
                castingVote,
                declared,
                authority,
                mode,
                route,
                keyNotice,
                notice,
                callIn);
    }

    boolean isOfAMeeting() {
        return mode == null || mode == Mode.MEETING;
    }

    /// The last day on which scrutiny may call it in: neither the day of the decision nor the first
    /// day it is in effect is one of the clear days. Null when it takes effect at once: what binds
    /// nobody does, and what could not wait; so does whatever the terms give no such days for.
    public @Nullable LocalDate callInUntil(DecisionType takenAs) {
        if (terms == null
                || terms.callInClearDays() == null
                || terms.callInClearDays() == 0
                || !takenAs.needsAuthority()
                || mode == Mode.URGENT) {
            return null;
        }
        return callIn == null ? heldOn.plusDays(terms.callInClearDays()) : callIn.until();
    }

    boolean wasAnnouncedInTime() {
        return keyNotice == null || keyNotice.inTime();
    }

    /// The steps of its approval route that it needs and that are missing.
    List<RouteProgress.Step> missingSteps() {
        return route == null ? List.of() : route.missing();
    }

    /// The roll at the vote; before any vote, as if it were taken at the end of the day.
    Roll roll() {
        return new Roll(
                seats,
                attendance,
                interests,
                terms != null && terms.substitutesAllowed(),
                votedAt == null ? LocalTime.MAX : votedAt);
    }

    /// A clear day excludes the day of notice and the day of the meeting.
    boolean wasNoticedInTime() {
        if (noticedOn == null) {
            return false;
        }
        var givenFor = notice == null ? heldOn : notice.givenFor();
        if (terms == null || terms.noticeClearDays() == null) {
            return !noticedOn.isAfter(givenFor);
        }
        return clearDays(noticedOn) >= terms.noticeClearDays();
    }

    private long clearDays(LocalDate noticed) {
        return notice == null ? ChronoUnit.DAYS.between(noticed, heldOn) - 1 : notice.clearDays();
    }

    boolean hasConflictedVote() {
        var roll = roll();
        return votes.stream().anyMatch(vote -> roll.isConflicted(vote.seat()));
    }
}
