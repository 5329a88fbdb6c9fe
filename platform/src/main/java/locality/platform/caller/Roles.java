package locality.platform.caller;

import java.util.List;

/// The roles a token may carry in its `groups` claim.
public final class Roles {

    /// Pool managers: funds, lines, contributions, journal entries, commitments.
    public static final String FINANCE = "finance";

    /// Board secretaries: bodies, delegations, meetings, decisions.
    public static final String GOVERNANCE = "governance";

    /// Programme offices: themes, interventions, contracts.
    public static final String PROGRAMME = "programme";

    /// Analysts: indicators, observations, deflection.
    public static final String ANALYST = "analyst";

    /// Reads its own localities.
    public static final String VIEWER = "viewer";

    /// Reads every locality.
    public static final String GM_OBSERVER = "gm-observer";

    /// Reads every locality and the event log.
    public static final String AUDITOR = "auditor";

    /// Operates the suite: parked events, verification.
    public static final String PLATFORM = "platform";

    /// Every role that a token may carry.
    public static final List<String> ALL =
            List.of(
                    FINANCE,
                    GOVERNANCE,
                    PROGRAMME,
                    ANALYST,
                    VIEWER,
                    GM_OBSERVER,
                    AUDITOR,
                    PLATFORM);

    /// What whoever has any of [#ALL] may do besides: read. No token carries it, [Reading] adds it.
    public static final String READER = "reader";

    private Roles() {}
}
