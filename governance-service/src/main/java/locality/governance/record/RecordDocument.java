package locality.governance.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import locality.governance.action.Due;
import locality.governance.action.DuePrecision;
import locality.governance.action.Task;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Seats;
import locality.governance.meeting.Sitting;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The record of a meeting as a secretary writes it. What is left out or null is not told and
/// changes nothing.
///
/// @param adjourn adjourns the meeting at the end
/// @param close closes the meeting at the end
@Schema(name = "RecordOfMeeting")
record RecordDocument(
        @Nullable List<@Valid @NotNull SeatTaken> attendance,
        @Nullable List<@Valid @NotNull ItemTold> items,
        @Nullable @Valid AdjournmentTold adjourn,
        @Nullable Boolean close) {

    List<SeatTaken> seats() {
        return attendance == null ? List.of() : attendance;
    }

    List<ItemTold> agenda() {
        return items == null ? List.of() : items;
    }

    /// How the sitting that is told of was adjourned.
    ///
    /// @param at the clock on the wall
    /// @param until when and where it goes on, if the meeting named that
    @Schema(name = "AdjournmentTold")
    record AdjournmentTold(
            @NotNull LocalDateTime at, @Nullable @Valid GoesOn until, @NotBlank String reason) {

        /// @param place where it was, when left out
        @Schema(name = "GoesOn")
        record GoesOn(@NotNull LocalDateTime startsAt, @Size(max = 500) @Nullable String place) {

            Sitting.Resumption asResumption() {
                return new Sitting.Resumption(startsAt, place);
            }
        }

        Sitting.@Nullable Resumption resumption() {
            return until == null ? null : until.asResumption();
        }

        /// As it is on record; null for a meeting that is not adjourned.
        static @Nullable AdjournmentTold of(Meeting meeting) {
            if (meeting.state() != MeetingState.ADJOURNED) {
                return null;
            }
            var last = meeting.sittings().getLast();
            return new AdjournmentTold(
                    requireNonNull(last.endedAt()),
                    last.resumesAt() == null
                            ? null
                            : new GoesOn(last.resumesAt(), last.resumesPlace()),
                    requireNonNull(last.adjournedBecause()));
        }
    }

    /// A stretch of attendance: leaving and coming back makes two.
    ///
    /// @param seat its short reference, as in `CHAIR`
    /// @param post whose seat it is, for the reader; not read
    /// @param present false: nobody sat there; true when left out
    /// @param substitute who sat there in the member's place, an opaque reference
    /// @param arrivedAt when the sitting began, when left out
    /// @param sitting its number; the one that is on, or was the last, when left out
    @Schema(name = "SeatTaken")
    record SeatTaken(
            @NotBlank String seat,
            @Nullable String post,
            @Nullable Boolean present,
            @Nullable String substitute,
            @Nullable LocalTime arrivedAt,
            @Nullable LocalTime leftAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Min(1) @Nullable Integer sitting) {

        boolean isTaken() {
            return !Boolean.FALSE.equals(present);
        }

        String name() {
            return Seats.shortOf(seat);
        }
    }

    /// What happened on an item.
    ///
    /// @param item its number; null for a new one, for discussion
    /// @param title the agenda's, or that of the new item
    /// @param votedAt the moment quorum is counted at; when the meeting began, when left out
    /// @param outcome BY_VOTES: what the votes say; else what the chair declared
    /// @param castingVote of the seat that has one, on a tie
    /// @param note what the minutes keep of it
    @Schema(name = "ItemTold")
    record ItemTold(
            @Nullable Integer item,
            @Nullable String title,
            @Nullable List<@Valid @NotNull InterestTold> interests,
            @Nullable LocalTime votedAt,
            @Nullable BallotPaper votes,
            @Nullable OutcomeGiven outcome,
            @Nullable Choice castingVote,
            @Nullable String note,
            @Nullable List<@Valid @NotNull ActionTold> actions) {

        List<InterestTold> declared() {
            return interests == null ? List.of() : interests;
        }

        List<ActionTold> given() {
            return actions == null ? List.of() : actions;
        }
    }

    /// @param substitute whose interest it is, when not the member's own
    @Schema(name = "InterestTold")
    record InterestTold(
            @NotBlank String seat,
            @Nullable String substitute,
            Interest.@NotNull Effect effect,
            @NotBlank String nature) {}

    /// @param post who is to do it: a post, never a person
    /// @param organisation whose it is to do, by ODS or GSS code
    /// @param dueOn a day (`2018-06-30`) or a month (`2018-06`)
    /// @param precision follows from `dueOn` and `reviewOn` when left out
    @Schema(name = "ActionTold")
    record ActionTold(
            @NotBlank String title,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn) {

        Task task() {
            return new Task(
                    title, post, organisation, Due.of(dueOn, precision, reviewOn), null, null);
        }

        static ActionTold of(Task task) {
            var due = task.due();
            return new ActionTold(
                    task.title(),
                    task.post(),
                    task.organisation(),
                    due.lastDay() == null ? null : due.lastDay().toString(),
                    due.precision(),
                    due.reviewOn());
        }
    }
}
