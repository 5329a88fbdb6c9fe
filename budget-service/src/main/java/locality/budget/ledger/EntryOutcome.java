package locality.budget.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.refusal.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of one of several entries.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JournalEntryOutcome")
record EntryOutcome(
        @Schema(description = "Its place among those sent, from 1") int item,
        @Nullable String key,
        Kind outcome,
        @Nullable UUID entryId,
        @Schema(examples = "JE-17") @Nullable String reference,
        @Nullable String digest,
        @Schema(
                        description =
                                "The entry that took it back since it was posted: its money is not"
                                        + " posted now")
                @Nullable UUID reversedBy,
        @Schema(description = "The place of the posting that is refused, from 1")
                @Nullable Integer posting,
        @Nullable Problem problem) {

    @Schema(name = "JournalEntryOutcomeKind")
    enum Kind {
        /// It stands in the journal.
        POSTED,
        /// It stood there before, under the same key.
        ALREADY_POSTED,
        /// It breaks a rule and is not posted.
        REFUSED
    }

    /// What became of all of them.
    ///
    /// @param reversed how many of those already posted were taken back since
    @Schema(name = "JournalEntryOutcomes")
    record All(
            long posted,
            long alreadyPosted,
            @Schema(description = "Of those already posted, how many were taken back since")
                    long reversed,
            long refused,
            List<EntryOutcome> outcomes) {

        static All of(List<NewEntry> asked, List<Outcome> outcomes) {
            var told =
                    IntStream.range(0, asked.size())
                            .mapToObj(i -> told(i + 1, asked.get(i).key(), outcomes.get(i)))
                            .toList();
            return new All(
                    count(told, Kind.POSTED),
                    count(told, Kind.ALREADY_POSTED),
                    told.stream().filter(one -> one.reversedBy() != null).count(),
                    count(told, Kind.REFUSED),
                    told);
        }

        private static long count(List<EntryOutcome> outcomes, Kind kind) {
            return outcomes.stream().filter(one -> one.outcome() == kind).count();
        }
    }

    /// What became of the entries of a file, however many: all are counted, and of those that were
    /// posted before the first thousand are named. Any other is found by its key.
    static final class Tally {
        private static final int MOST_NAMED = 1_000;

        private final List<EntryOutcome> named = new ArrayList<>();
        private int items;
        private long posted;
        private long alreadyPosted;
        private long reversed;

        void add(List<Outcome> outcomes) {
            outcomes.forEach(this::add);
        }

        private void add(Outcome outcome) {
            items++;
            switch (outcome) {
                case Outcome.Posted _ -> posted++;
                case Outcome.AlreadyPosted(var first) -> {
                    alreadyPosted++;
                    reversed += first.reversedBy() == null ? 0 : 1;
                    if (named.size() < MOST_NAMED) {
                        named.add(stored(items, Kind.ALREADY_POSTED, first));
                    }
                }
                // The file is refused with it, and nothing is answered.
                case Outcome.Refused _ -> {}
            }
        }

        All all() {
            return new All(posted, alreadyPosted, reversed, 0, List.copyOf(named));
        }
    }

    /// Those that are refused, to be told of when nothing is posted.
    static List<EntryOutcome> refused(List<NewEntry> asked, List<Verdict> verdicts) {
        return IntStream.range(0, asked.size())
                .filter(i -> verdicts.get(i) instanceof Verdict.Refused)
                .mapToObj(
                        i -> {
                            var refused = (Verdict.Refused) verdicts.get(i);
                            return refused(
                                    i + 1,
                                    asked.get(i).key(),
                                    new Outcome.Refused(refused.refusal(), refused.posting()));
                        })
                .toList();
    }

    private static EntryOutcome told(int item, @Nullable String key, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted(var posted) -> stored(item, Kind.POSTED, posted);
            case Outcome.AlreadyPosted(var posted) -> stored(item, Kind.ALREADY_POSTED, posted);
            case Outcome.Refused refused -> refused(item, key, refused);
        };
    }

    private static EntryOutcome stored(int item, Kind kind, Ledger.Posted posted) {
        return new EntryOutcome(
                item,
                posted.entry().particulars().key(),
                kind,
                posted.entry().id(),
                posted.reference(),
                posted.digest(),
                posted.reversedBy(),
                null,
                null);
    }

    private static EntryOutcome refused(int item, @Nullable String key, Outcome.Refused refused) {
        return new EntryOutcome(
                item,
                key,
                Kind.REFUSED,
                null,
                null,
                null,
                null,
                refused.posting(),
                Problem.of(refused.refusal()));
    }
}
