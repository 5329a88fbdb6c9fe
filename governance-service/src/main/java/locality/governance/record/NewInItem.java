package locality.governance.record;

import static java.util.stream.Collectors.toMap;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import locality.governance.decision.ItemStanding;
import locality.governance.meeting.Seats;
import locality.governance.record.Faults.Part;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import locality.governance.voting.Vote;
import org.jspecify.annotations.Nullable;

/// What a document tells of an item that is not on record yet.
///
/// @param pointer where the item stands in the document
/// @param told the item as it stands there
/// @param number on the agenda; 0 for one that is new
/// @param standing what is on record; null where nothing is to be decided
record NewInItem(
        String pointer,
        RecordDocument.ItemTold told,
        int number,
        List<Interest> declared,
        @Nullable ItemStanding standing,
        @Nullable String noted) {

    boolean isNew() {
        return number == 0;
    }

    NewInItem numbered(int given) {
        return new NewInItem(pointer, told, given, declared, standing, noted);
    }

    List<Part<Interest>> interests() {
        return IntStream.range(0, told.declared().size())
                .mapToObj(
                        i ->
                                new Part<>(
                                        pointer + "/interests/" + i,
                                        interest(told.declared().get(i))))
                .filter(part -> !declared.contains(part.value()))
                .toList();
    }

    List<Part<Vote>> votes() {
        if (told.votes() == null) {
            return List.of();
        }
        Map<String, Choice> cast =
                standing == null
                        ? Map.of()
                        : standing.votes().stream().collect(toMap(Vote::seat, Vote::choice));
        return told.votes().votes().stream()
                .filter(vote -> vote.choice() != cast.get(vote.seat()))
                .map(vote -> new Part<>(pointer + "/votes/" + vote.seat(), vote))
                .toList();
    }

    /// The outcome told, unless it is on record as it is told.
    @Nullable OutcomeGiven newOutcome() {
        return isOutcomeOnRecord() ? null : told.outcome();
    }

    private boolean isOutcomeOnRecord() {
        if (standing == null || standing.taken() == null) {
            return false;
        }
        return told.outcome() == OutcomeGiven.of(standing.taken().declared())
                && told.castingVote() == standing.taken().castingVote()
                && (told.votedAt() == null || told.votedAt().equals(standing.votedAt()));
    }

    /// The moment of the vote that the outcome sets: votes written with it say it themselves.
    @Nullable LocalTime momentOfOutcome() {
        return votes().isEmpty() ? told.votedAt() : null;
    }

    /// The note told, unless it is on record.
    @Nullable String newNote() {
        return Objects.equals(told.note(), noted) ? null : told.note();
    }

    /// Whether it can be written down only while the meeting is open.
    boolean needsOpenMeeting() {
        return isNew()
                || newOutcome() != null
                || newNote() != null
                || !interests().isEmpty()
                || !votes().isEmpty();
    }

    private static Interest interest(RecordDocument.InterestTold one) {
        return new Interest(
                Seats.shortOf(one.seat()), one.substitute(), one.effect(), one.nature());
    }
}
