package locality.governance.voting;

import java.util.List;
import java.util.Set;

/// Which votes carry a motion. Abstentions are not votes cast.
public enum VotingRule {
    /// More for than against.
    SIMPLE_MAJORITY {
        @Override
        boolean carries(List<Ballot> cast, Set<String> organisations) {
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
        boolean carries(List<Ballot> cast, Set<String> organisations) {
            return votesFor(cast) > 0 && 3 * votesFor(cast) >= 2 * (votesFor(cast) + against(cast));
        }
    },

    /// Nobody against, somebody for.
    UNANIMITY {
        @Override
        boolean carries(List<Ballot> cast, Set<String> organisations) {
            return votesFor(cast) > 0 && against(cast) == 0;
        }
    },

    /// More for than against among those who sit on behalf of each organisation. One that says
    /// nothing has no majority; members on nobody's behalf have none to give.
    MAJORITY_IN_EACH_ORGANISATION {
        @Override
        boolean carries(List<Ballot> cast, Set<String> organisations) {
            return !organisations.isEmpty()
                    && organisations.stream()
                            .allMatch(
                                    organisation ->
                                            SIMPLE_MAJORITY.carries(
                                                    of(organisation, cast), organisations));
        }
    };

    /// @param organisations all that voting members sit on behalf of, whether they voted or not
    abstract boolean carries(List<Ballot> cast, Set<String> organisations);

    /// Whether a casting vote could settle it.
    boolean ties(List<Ballot> cast) {
        return false;
    }

    private static List<Ballot> of(String organisation, List<Ballot> cast) {
        return cast.stream()
                .filter(ballot -> organisation.equals(ballot.seat().organisation()))
                .toList();
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
