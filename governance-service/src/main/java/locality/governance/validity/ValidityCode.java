package locality.governance.validity;

import locality.governance.authority.AuthorityCode;

/// Why a recorded outcome does not bind, in the order in which reasons are told.
public enum ValidityCode {
    NOT_CONSTITUTED("the body was not constituted on the day"),
    DISSOLVED("the body was dissolved by the day"),
    NO_NOTICE("the notice its terms of reference ask for was not given"),
    INQUORATE("there was no quorum when the vote was taken"),
    INQUORATE_AFTER_CONFLICT("interests left no quorum for this item"),
    CONFLICTED_VOTE("a member voted who could not, for an interest in the item"),
    MAJORITY_NOT_MET("it was declared carried against the votes"),
    OUTSIDE_TOR("the body's terms of reference do not name the function"),
    RESERVED("the matter is reserved to each owner's top body"),
    NO_CHAIN("no delegation leads to the body"),
    SUBDELEGATION_BARRED("a delegation on its chain was not theirs to pass on"),
    LIMIT_EXCEEDED("the value exceeds a limit on its chain"),
    DELEGATION_EXPIRED("a delegation on its chain was not in force on the day"),
    OWNER_NOT_COVERED("an owner of the money has not delegated to it"),
    ROUTE_STEP_MISSING("a step of its approval route is missing"),
    KEY_NOTICE_SHORT("it is a key decision that was not announced in time");

    private final String words;

    ValidityCode(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }

    /// Whether a valid decision of a body that has the authority makes it good: what was wrong with
    /// the meeting, or with the authority, is right at that body's. A route that was not followed
    /// and notice that the public did not get are wrong still.
    public boolean isCuredByRatification() {
        return this != ROUTE_STEP_MISSING && this != KEY_NOTICE_SHORT;
    }

    static ValidityCode of(AuthorityCode code) {
        return switch (code) {
            case NOT_CONSTITUTED -> NOT_CONSTITUTED;
            case DISSOLVED -> DISSOLVED;
            case RESERVED -> RESERVED;
            case OUTSIDE_TOR -> OUTSIDE_TOR;
            case NO_CHAIN -> NO_CHAIN;
            case SUBDELEGATION_BARRED -> SUBDELEGATION_BARRED;
            case LIMIT_EXCEEDED -> LIMIT_EXCEEDED;
            case DELEGATION_EXPIRED -> DELEGATION_EXPIRED;
            case OWNER_NOT_COVERED -> OWNER_NOT_COVERED;
        };
    }
}
