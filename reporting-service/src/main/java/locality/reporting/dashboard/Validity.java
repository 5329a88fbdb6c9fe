package locality.reporting.dashboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a decision binds, and governance's validity codes as a board member would say them.
/// Governance may add a code before this service knows it; then the code stands for itself.
public final class Validity {

    private static final Set<String> BINDING = Set.of("IN_EFFECT", "RATIFIED");

    private Validity() {}

    /// Whether a decision in that state binds.
    public static boolean binds(String state) {
        return BINDING.contains(state);
    }

    public static String inWords(List<String> codes) {
        return codes.stream().map(Validity::inWords).collect(Collectors.joining("; "));
    }

    public static String inWords(String code) {
        return switch (code) {
            case "NOT_CONSTITUTED" -> "the body was not yet constituted";
            case "DISSOLVED" -> "the body had been dissolved";
            case "NO_NOTICE" -> "no notice of the meeting was given";
            case "INQUORATE" -> "the meeting was not quorate";
            case "INQUORATE_AFTER_CONFLICT" -> "too few were left without an interest in it";
            case "CONFLICTED_VOTE" -> "a member with an interest in it voted";
            case "MAJORITY_NOT_MET" -> "the majority that was needed was not reached";
            case "OUTSIDE_TOR" -> "it lies outside the body's terms of reference";
            case "RESERVED" -> "the matter is reserved to another body";
            case "NO_CHAIN" -> "no delegation gives the body this authority";
            case "SUBDELEGATION_BARRED" -> "a delegation it rests on may not be passed on";
            case "LIMIT_EXCEEDED" -> "the amount exceeds the body's limit";
            case "DELEGATION_EXPIRED" -> "a delegation it rests on had expired";
            case "OWNER_NOT_COVERED" -> "it does not bind every owner of the money";
            case "ROUTE_STEP_MISSING" -> "an earlier step of the approval route is missing";
            case "KEY_NOTICE_SHORT" -> "a key decision was given too little notice";
            default -> code;
        };
    }
}
