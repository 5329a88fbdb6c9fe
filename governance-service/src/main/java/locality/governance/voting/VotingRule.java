package locality.governance.voting;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;

/// Which votes carry a motion. Abstentions are not votes cast.
public enum VotingRule {
    /// More for than against.
    SIMPLE_MAJORITY {
        @Override
        boolean carries(List<Ballot> cast) {
            return votesFor(cast) > against(cast);
        }

        @Override
        boolean ties(List<Ballot> cast) {
            return votesFor(cast) > 0 && votesFor(cast) == against(cast);
        }
    },

    /// At least two thirds of the votes cast.
    TWO_THIRDS {
        @Override
        boolean carries(List<Ballot> cast) {
            return votesFor(cast) > 0 && 3 * votesFor(cast) >= 2 * (votesFor(cast) + against(cast));
        }
    },

    /// Nobody against, somebody for.
    UNANIMITY {
        @Override
        boolean carries(List<Ballot> cast) {
            return votesFor(cast) > 0 && against(cast) == 0;
        }
    },

    /// More for than against among those who sit on behalf of each organisation.
    MAJORITY_IN_EACH_ORGANISATION {
        @Override
        boolean carries(List<Ballot> cast) {
            var groups =
                    cast.stream()
                            .collect(
                                    groupingBy(
                                            ballot -> String.valueOf(ballot.seat().organisation())))
                            .values();
            return !groups.isEmpty() && groups.stream().allMatch(SIMPLE_MAJORITY::carries);
        }
    };

    abstract boolean carries(List<Ballot> cast);

    /// Whether a casting vote could settle it.
    boolean ties(List<Ballot> cast) {
        return false;
    }

    private static long votesFor(List<Ballot> cast) {
        return count(cast, Choice.FOR);
    }

    private static long against(List<Ballot> cast) {
        return count(cast, Choice.AGAINST);
    }

    private static long count(List<Ballot> cast, Choice choice) {
        return cast.stream().filter(ballot -> ballot.choice() == choice).count();
    }

    /// A vote with the seat that gave it.
    record Ballot(Seat seat, Choice choice) {}
}
