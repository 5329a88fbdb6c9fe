package locality.governance.authority;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.authority.Answer.Held;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The answer in words a board secretary can read out: what is asked, who may and by which
/// delegations, who of them is lowest and why, who may not and why.
///
/// It names at most ten holders and ten refused bodies, and counts the rest: what is read out has
/// to end. Everybody is in the answer itself.
final class Explanation {

    private static final int MOST_TOLD = 10;
    private static final Set<AuthorityCode> WORTH_TELLING =
            EnumSet.complementOf(
                    EnumSet.of(
                            AuthorityCode.RESERVED,
                            AuthorityCode.NO_CHAIN,
                            AuthorityCode.NOT_CONSTITUTED,
                            AuthorityCode.DISSOLVED));

    private final Question question;
    private final Scheme scheme;
    private final boolean reserved;
    private final AsKnown asKnown;

    Explanation(Question question, Scheme scheme, boolean reserved, AsKnown asKnown) {
        this.question = question;
        this.scheme = scheme;
        this.reserved = reserved;
        this.asKnown = asKnown;
    }

    String of(Answer told) {
        return Stream.of(
                        whatIsKnown(),
                        matterAndMoney(),
                        earlierApprovals(told),
                        whetherReserved(),
                        whoMay(told),
                        whichIsLowest(told),
                        whichOfficers(told.officers()),
                        whoMayNot(told.refused()))
                .filter(not(String::isEmpty))
                .collect(joining(" "));
    }

    private String whatIsKnown() {
        if (asKnown.instant() == null) {
            return "";
        }
        return asKnown.asked() == null
                ? "As it was known on %s.".formatted(InWords.moment(asKnown.instant()))
                : "As it was known on %s, up to which the record reaches; asked for was %s."
                        .formatted(
                                InWords.moment(asKnown.instant()), InWords.moment(asKnown.asked()));
    }

    private String matterAndMoney() {
        return "On %s, %s%s in %s: %s of %s%s."
                .formatted(
                        InWords.day(question.on()),
                        scheme.names().function(question.function()),
                        question.value().isZero() ? "" : " for " + InWords.pounds(question.value()),
                        question.place().displayName(),
                        question.value().isZero() ? "a matter" : "the money",
                        InWords.list(question.owners().stream().map(this::owner).toList()),
                        basis());
    }

    private String basis() {
        if (question.owners().size() == 1 || question.value().isZero()) {
            return "";
        }
        return question.basis() == Basis.POOLED
                ? ", pooled, so each owner's chain must bear the whole"
                : ", aligned, so each owner's chain must bear its share";
    }

    private String owner(Owner owner) {
        var name = organisation(owner.organisation());
        return question.basis() == Basis.ALIGNED && owner.share() != null
                ? "%s (%s)".formatted(name, InWords.pounds(owner.share()))
                : name;
    }

    private String earlierApprovals(Answer told) {
        if (told.earlier().isEmpty()) {
            return "";
        }
        return "Of the same subject %s; together %s."
                .formatted(
                        InWords.list(
                                told.earlier().stream()
                                        .limit(MOST_TOLD)
                                        .map(Explanation::approved)
                                        .toList()),
                        InWords.list(told.money().stream().map(this::inAll).distinct().toList()));
    }

    private static String approved(Answer.Earlier one) {
        return "%s approved %s on %s"
                .formatted(
                        one.reference(),
                        InWords.pounds(one.valuePence()),
                        InWords.day(one.effectiveOn()));
    }

    private String inAll(Answer.Money one) {
        return question.basis() == Basis.POOLED
                ? InWords.pounds(one.testedPence())
                : "%s of %s's money".formatted(InWords.pounds(one.testedPence()), one.name());
    }

    private String whetherReserved() {
        return reserved
                ? "It is reserved in %s to each owner's top body; nobody else may."
                        .formatted(question.place().displayName())
                : "";
    }

    private String whoMay(Answer told) {
        if (told.holders().isEmpty()) {
            return "";
        }
        var beginning = told.lowest() == null ? "No one body may decide it for every owner. " : "";
        return beginning
                + firstOf(told).map(held -> may(held, told.lowest() == null)).collect(joining(" "))
                + andOthers(told.holders().size(), " more may, each with its chain.");
    }

    /// The lowest is always among those that are told.
    private static Stream<Held> firstOf(Answer told) {
        var lowest = lowest(told);
        return told.holders().size() <= MOST_TOLD
                ? told.holders().stream()
                : Stream.concat(
                                told.holders().stream().filter(one -> isOneOf(lowest, one)),
                                told.holders().stream().filter(one -> !isOneOf(lowest, one)))
                        .limit(MOST_TOLD);
    }

    private static boolean isOneOf(Set<UUID> lowest, Held one) {
        return one.bodyId() != null && lowest.contains(one.bodyId());
    }

    private static Set<UUID> lowest(Answer told) {
        return told.lowest() == null
                ? Set.copyOf(told.lowestByOwner().stream().map(Answer.Lowest::bodyId).toList())
                : Set.of(told.lowest());
    }

    private String may(Held held, boolean forSomeOnly) {
        return "%s may%s%s: %s."
                .formatted(
                        held.name(),
                        forSomeOnly
                                ? " for "
                                        + InWords.list(
                                                held.owners().stream()
                                                        .map(this::organisation)
                                                        .toList())
                                : " decide it",
                        upTo(held.capPence()),
                        chains(held));
    }

    private static String upTo(@Nullable Pence cap) {
        return cap == null ? "" : ", up to " + InWords.pounds(cap);
    }

    private String chains(Held held) {
        return held.owners().stream()
                .map(owner -> chain(owner, linksOf(owner, held)))
                .collect(joining("; "));
    }

    private static List<Finding.Link> linksOf(String owner, Held held) {
        return held.chain().stream().filter(link -> link.owner().equals(owner)).toList();
    }

    private String chain(String owner, List<Finding.Link> links) {
        if (links.size() == 1) {
            return "it holds all the power of " + organisation(owner);
        }
        var steps = new ArrayList<String>();
        for (var link : links.subList(1, links.size())) {
            steps.add("to %s by %s".formatted(link.name(), grant(link)));
        }
        return "the power of %s comes from %s %s"
                .formatted(
                        organisation(owner),
                        links.getFirst().name(),
                        String.join(", and from there ", steps));
    }

    private static String grant(Finding.Link link) {
        var words = new StringBuilder("delegation ").append(link.delegation());
        if (link.from() != null) {
            words.append(" (from ").append(InWords.day(link.from()));
            words.append(link.until() == null ? "" : " until " + InWords.day(link.until()));
            words.append(
                    link.limitPence() == null
                            ? ", no limit"
                            : ", limit " + InWords.pounds(link.limitPence()));
            words.append(')');
        }
        return words.toString();
    }

    private String whichIsLowest(Answer told) {
        if (told.lowest() != null) {
            return told.holders().size() == 1
                    ? "No other body may."
                    : "The lowest of them is %s, at the end of the chain: what need not be decided higher up is decided there."
                            .formatted(nameOf(told.lowest()));
        }
        return question.owners().stream()
                .map(owner -> lowestFor(owner, told.lowestByOwner()))
                .collect(joining(" "));
    }

    private String lowestFor(Owner owner, List<Answer.Lowest> lowest) {
        var name = organisation(owner.organisation());
        return lowest.stream()
                .filter(one -> one.owner().equals(owner.organisation()))
                .findFirst()
                .map(one -> "The lowest for %s is %s.".formatted(name, one.name()))
                .orElse("Nobody on record may decide for %s.".formatted(name));
    }

    private String nameOf(UUID body) {
        return Objects.requireNonNull(scheme.find(body)).name();
    }

    private static String whichOfficers(List<Held> officers) {
        return officers.isEmpty()
                ? ""
                : "So may, under a delegation to them: %s."
                        .formatted(
                                InWords.list(
                                        officers.stream()
                                                .map(one -> one.name() + upTo(one.capPence()))
                                                .toList()));
    }

    /// Those with a reason worth reading out are named; the many no delegation ever led to are
    /// counted.
    private static String whoMayNot(List<Answer.Refused> refused) {
        var telling = refused.stream().filter(one -> WORTH_TELLING.contains(one.code())).toList();
        return Stream.concat(
                        telling.stream().limit(MOST_TOLD).map(Answer.Refused::inWords),
                        Stream.of(
                                andOthers(telling.size(), " more may not.").strip(),
                                counted(refused)))
                .filter(not(String::isEmpty))
                .collect(joining(" "));
    }

    private static String counted(List<Answer.Refused> refused) {
        var counts =
                refused.stream()
                        .collect(groupingBy(Answer.Refused::code, TreeMap::new, counting()));
        var told =
                counts.entrySet().stream()
                        .flatMap(one -> others(one.getKey(), one.getValue()).stream())
                        .toList();
        return told.isEmpty() ? "" : "Nor may %s.".formatted(InWords.list(told));
    }

    private static Optional<String> others(AuthorityCode code, long count) {
        var bodies = count == 1 ? "one other body" : "%,d other bodies".formatted(count);
        return switch (code) {
            case NO_CHAIN -> Optional.of(bodies + " to which no delegation leads");
            case NOT_CONSTITUTED -> Optional.of(bodies + " not constituted on that date");
            case DISSOLVED -> Optional.of(bodies + " dissolved on that date");
            case RESERVED,
                    OUTSIDE_TOR,
                    SUBDELEGATION_BARRED,
                    LIMIT_EXCEEDED,
                    DELEGATION_EXPIRED,
                    OWNER_NOT_COVERED ->
                    Optional.empty();
        };
    }

    private static String andOthers(int count, String what) {
        return count <= MOST_TOLD ? "" : " %,d%s".formatted(count - MOST_TOLD, what);
    }

    private String organisation(String code) {
        return scheme.names().organisation(code);
    }
}
