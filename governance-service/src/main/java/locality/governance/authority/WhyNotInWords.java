package locality.governance.authority;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a body may not decide, as a secretary would say it, with the figures.
final class WhyNotInWords {

    private final Question question;
    private final Names names;

    WhyNotInWords(Question question, Names names) {
        this.question = question;
        this.names = names;
    }

    /// `Cabinet may not: NHS Bury CCG has not delegated to it.`
    String of(Scheme.Body body, List<Barrier> barriers) {
        return barriers.stream()
                .map(this::reason)
                .collect(joining("; ", body.name() + " may not: ", "."));
    }

    private String reason(Barrier barrier) {
        return switch (barrier.code()) {
            case NOT_CONSTITUTED -> "it is not constituted on " + InWords.day(question.on());
            case DISSOLVED -> "it is dissolved on " + InWords.day(question.on());
            case RESERVED ->
                    "the matter is reserved in %s to each owner's top body"
                            .formatted(question.place().displayName());
            case OUTSIDE_TOR ->
                    "its terms of reference do not name " + names.function(question.function());
            case NO_CHAIN -> "no delegation leads to it";
            case SUBDELEGATION_BARRED -> barred(barrier);
            case LIMIT_EXCEEDED -> exceeded(barrier);
            case DELEGATION_EXPIRED -> ended(barrier);
            case OWNER_NOT_COVERED -> owner(barrier) + " has not delegated to it";
        };
    }

    private String barred(Barrier barrier) {
        return "delegation %s passes on what its grantor was to keep of %s's power"
                .formatted(barrier.link(), owner(barrier));
    }

    private String exceeded(Barrier barrier) {
        return "delegation %s on the way from %s has a limit of %s, and the value is %s"
                .formatted(
                        barrier.link(),
                        owner(barrier),
                        barrier.limitPence() == null ? "" : InWords.pounds(barrier.limitPence()),
                        barrier.valuePence() == null ? "" : InWords.pounds(barrier.valuePence()));
    }

    private String ended(Barrier barrier) {
        return "delegation %s on the way from %s ended%s"
                .formatted(
                        barrier.link(),
                        owner(barrier),
                        barrier.lastDay() == null ? "" : " with " + InWords.day(barrier.lastDay()));
    }

    private String owner(Barrier barrier) {
        @Nullable String code = barrier.owner();
        return code == null ? "an owner" : names.organisation(code);
    }
}
