package locality.governance.decision;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import locality.governance.meeting.Meeting;
import locality.governance.validity.Outcome;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;
import org.jspecify.annotations.Nullable;

/// The items of a meeting for whoever records it as a whole: the same use cases that are called one
/// by one, in the transaction of the caller.
@ApplicationScoped
public class RecordItem {

    private final TableMatter tableMatter;
    private final CastVotes castVotes;
    private final TakeDecision takeDecision;
    private final Decisions decisions;
    private final Tablings tablings;
    private final Ballots ballots;

    RecordItem(
            TableMatter tableMatter,
            CastVotes castVotes,
            TakeDecision takeDecision,
            Decisions decisions,
            Tablings tablings,
            Ballots ballots) {
        this.tableMatter = tableMatter;
        this.castVotes = castVotes;
        this.takeDecision = takeDecision;
        this.decisions = decisions;
        this.tablings = tablings;
        this.ballots = ballots;
    }

    /// @return the number of the new item
    public int discuss(Meeting meeting, String title) {
        return tableMatter
                .forDiscussion(new TableMatter.Place(idOf(meeting), null, title, null, null))
                .item();
    }

    /// @param votedAt null for the moment already set, or when the meeting began
    public void vote(Meeting meeting, int item, @Nullable LocalTime votedAt, List<Vote> votes) {
        castVotes.handle(idOf(meeting), item, null, votedAt, votes);
    }

    /// @param declared null for what the votes say
    /// @param votedAt puts the moment of the vote right; null leaves it
    public void take(
            Meeting meeting,
            int item,
            @Nullable Outcome declared,
            @Nullable Choice castingVote,
            @Nullable LocalTime votedAt) {
        takeDecision.handle(
                idOf(meeting), item, null, new TakeDecision.Said(declared, castingVote, votedAt));
    }

    /// What stands on record of each item on which something is to be decided, or was, by its
    /// number.
    public Map<Integer, ItemStanding> standing(Meeting meeting) {
        var before = decisions.list("meetingId", meeting.id());
        var votes = ballots.on(before);
        var standing = new TreeMap<Integer, ItemStanding>();
        for (var decision : before) {
            letGo(decision);
            standing.put(
                    requireNonNull(decision.item),
                    ItemStanding.of(decision, votes.getOrDefault(decision.id, List.of())));
        }
        var recorded = tablings.list("meetingId", meeting.id());
        var ids = recorded.stream().map(tabling -> tabling.id.decisionId()).toList();
        var decided =
                decisions.list("id in ?1", ids).stream()
                        .collect(toMap(decision -> decision.id, identity()));
        for (var tabling : recorded) {
            var decision = decided.get(tabling.id.decisionId());
            if (decision != null) {
                standing.put(requireNonNull(tabling.item), ItemStanding.of(decision, tabling));
            }
        }
        return standing;
    }

    /// The moment of a vote is set in the database alone: who votes next reads it there.
    private void letGo(Decision decision) {
        decisions.flush();
        decisions.getEntityManager().detach(decision);
    }

    private static String idOf(Meeting meeting) {
        return meeting.id().toString();
    }
}
