package locality.governance.authority;

/// Why a body may not decide, in the order in which reasons are told.
public enum AuthorityCode {
    NOT_CONSTITUTED("it is not constituted on that date"),
    DISSOLVED("it is dissolved on that date"),
    RESERVED("the matter is reserved to each owner's top body"),
    OUTSIDE_TOR("its terms of reference do not name the function"),
    NO_CHAIN("no delegation leads to it"),
    SUBDELEGATION_BARRED("a delegation on its chain was not theirs to pass on"),
    LIMIT_EXCEEDED("the value exceeds a limit on its chain"),
    DELEGATION_EXPIRED("a delegation on its chain is not in force on that date"),
    OWNER_NOT_COVERED("an owner of the money has not delegated to it");

    private final String words;

    AuthorityCode(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
