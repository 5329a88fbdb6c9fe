package locality.governance.authority;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The answer in words a board secretary can read out.
final class Explanation {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final int MOST_TOLD = 5;
    private static final Set<AuthorityCode> WORTH_TELLING =
            EnumSet.complementOf(
                    EnumSet.of(
                            AuthorityCode.RESERVED,
                            AuthorityCode.NO_CHAIN,
                            AuthorityCode.NOT_CONSTITUTED,
                            AuthorityCode.DISSOLVED));

    private final Question question;
    private final boolean reserved;
    private final Scheme scheme;

    Explanation(Question question, boolean reserved, Scheme scheme) {
        this.question = question;
        this.reserved = reserved;
        this.scheme = scheme;
    }

    String of(
            List<Finding> holding,
            @Nullable Finding lowest,
            List<Answer.Refused> refused,
            List<Answer.Held> officers) {
        return Stream.of(
                        matterAndMoney(),
                        whoMay(holding, lowest),
                        whetherReserved(),
                        whichOfficers(officers),
                        whoMayNot(refused))
                .filter(not(String::isEmpty))
                .collect(joining(" "));
    }

    private String whetherReserved() {
        return reserved ? "It is reserved to each owner's top body; nobody else may." : "";
    }

    private static String whichOfficers(List<Answer.Held> officers) {
        return officers.isEmpty()
                ? ""
                : officers.stream()
                        .map(Answer.Held::name)
                        .collect(joining(", ", "So may, under a delegation to them: ", "."));
    }

    private String matterAndMoney() {
        return "On %s, %s of %s in %s, the money of %s%s:"
                .formatted(
                        DAY.format(question.on()),
                        question.function(),
                        question.value().inPounds(),
                        question.place().displayName(),
                        question.owners().stream().map(this::owner).collect(joining(" and ")),
                        question.owners().size() == 1
                                ? ""
                                : question.basis() == Basis.POOLED ? ", pooled" : ", aligned");
    }

    private String owner(Owner owner) {
        return question.basis() == Basis.ALIGNED && owner.share() != null
                ? owner.organisation() + " (" + owner.share().inPounds() + ")"
                : owner.organisation();
    }

    private String whoMay(List<Finding> holding, @Nullable Finding lowest) {
        if (holding.isEmpty()) {
            return "nobody on record may decide it.";
        }
        if (lowest == null) {
            return "no one body may decide it for every owner; "
                    + holding.stream()
                            .map(
                                    finding ->
                                            "%s may for %s"
                                                    .formatted(
                                                            name(finding),
                                                            String.join(
                                                                    " and ",
                                                                    finding.ownersCovered())))
                            .collect(joining(", "))
                    + ".";
        }
        return "%s may decide it%s%s."
                .formatted(
                        holding.stream().map(this::nameAndCap).collect(joining(", or ")),
                        holding.size() == 1 ? "" : "; the lowest of them is " + name(lowest),
                        way(lowest));
    }

    private String way(Finding finding) {
        var delegations =
                finding.chain().stream()
                        .map(Finding.Link::delegation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return delegations.isEmpty() ? "" : ", by " + String.join(", ", delegations);
    }

    /// Those with a reason worth reading out: not the many no delegation ever led to.
    private static String whoMayNot(List<Answer.Refused> refused) {
        return refused.stream()
                .filter(one -> WORTH_TELLING.contains(one.code()))
                .limit(MOST_TOLD)
                .map(Explanation::whyNot)
                .collect(joining(" "));
    }

    private static String whyNot(Answer.Refused one) {
        return "%s may not: %s%s."
                .formatted(
                        one.name(),
                        one.code().inWords(),
                        one.link() == null ? "" : " (" + one.link() + ")");
    }

    private String nameAndCap(Finding finding) {
        return finding.cap() == null
                ? name(finding)
                : "%s (up to %s)".formatted(name(finding), finding.cap().inPounds());
    }

    private String name(Finding finding) {
        return Objects.requireNonNull(scheme.find(finding.requireBody())).name();
    }
}
