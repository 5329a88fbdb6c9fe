package locality.reporting.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.reporting.partnership.Attention;
import locality.reporting.partnership.Partnership;
import locality.reporting.partnership.Partnership.Agreement;
import locality.reporting.partnership.Partnership.Assessment;
import locality.reporting.partnership.Partnership.Engagement;
import locality.reporting.partnership.Partnership.Entry;
import locality.reporting.partnership.Partnership.Finding;
import locality.reporting.partnership.Partnership.Principle;
import locality.reporting.partnership.Partnership.Rating;
import locality.reporting.partnership.Partnership.ScopeItem;
import org.jspecify.annotations.Nullable;

/// A locality's partnership laid out for its page.
record PartnershipView(Partnership partnership) {

    /// From this score on the heat map is shaded, below [Entry#HIGH] lightly.
    private static final int MIDDLE = 8;

    private static final List<String> PREPARING =
            List.of("DRAFT", "IN_REVIEW", "FOR_RATIFICATION", "RATIFIED");

    /// One thing that waits for somebody, with where on the pages it stands.
    record Waiting(String label, String colour, String text, String at) {

        static Waiting of(Attention it, String code, LocalDate on) {
            var plan = "/localities/%s/plan?on=%s#milestones".formatted(code, on);
            return switch (it.kind()) {
                case FOR_RATIFICATION -> of("For ratification", "yellow", it, "#agreements");
                case ENDS -> of("Ends", "yellow", it, "#agreements");
                case TO_REVIEW -> of("Review", "yellow", it, "#agreements");
                case CONDITION_OVERDUE -> of("Condition overdue", "red", it, "#gateways");
                case RISK -> of("Risk", "red", it, "#register");
                case MILESTONES_OVERDUE -> of("Overdue", "red", it, plan);
                case MILESTONES_SLIPPED -> of("Slipped", "yellow", it, plan);
            };
        }

        private static Waiting of(String label, String colour, Attention it, String at) {
            return new Waiting(label, colour, it.text(), at);
        }
    }

    public List<Waiting> waiting() {
        return partnership.attention().stream()
                .map(it -> Waiting.of(it, partnership.locality().code(), partnership.on()))
                .toList();
    }

    public List<Agreement> inForce() {
        return agreements(it -> it.state().equals("IN_FORCE"));
    }

    public List<Agreement> inPreparation() {
        return agreements(it -> PREPARING.contains(it.state()));
    }

    public List<Agreement> ended() {
        return agreements(it -> !it.state().equals("IN_FORCE") && !PREPARING.contains(it.state()));
    }

    private List<Agreement> agreements(Predicate<Agreement> which) {
        return partnership.agreements().stream().filter(which).toList();
    }

    /// What the contract says of what went over to it, in words.
    public String contractSays(ScopeItem item) {
        if (item.contractState() == null) {
            return "The contract has not answered yet";
        }
        return switch (item.contractState()) {
            case "TRANSFERRED" -> "Received, not listed in the contract yet";
            case "LISTED" -> "Listed for the contract";
            case "IN_CONTRACT" -> "In the contract";
            case "EXITED" -> "Left the contract";
            case "WITHDRAWN" -> "Withdrawn before it went over";
            default -> "Refused";
        };
    }

    /// One likelihood of the heat map, the highest first.
    record HeatRow(int likelihood, List<HeatCell> cells) {}

    /// @param level `low`, `middle` or `high`
    record HeatCell(int score, long count, String level) {}

    public List<HeatRow> heat() {
        return IntStream.iterate(5, likelihood -> likelihood >= 1, likelihood -> likelihood - 1)
                .mapToObj(
                        likelihood ->
                                new HeatRow(
                                        likelihood,
                                        IntStream.rangeClosed(1, 5)
                                                .mapToObj(impact -> cell(likelihood, impact))
                                                .toList()))
                .toList();
    }

    private HeatCell cell(int likelihood, int impact) {
        var score = likelihood * impact;
        return new HeatCell(
                score,
                live().filter(it -> Objects.equals(it.likelihood(), likelihood))
                        .filter(it -> Objects.equals(it.impact(), impact))
                        .count(),
                score >= Entry.HIGH ? "high" : score >= MIDDLE ? "middle" : "low");
    }

    private Stream<Entry> live() {
        return partnership.register().stream().filter(Entry::live);
    }

    /// How many that are open were not scored, by kind.
    public List<String> unscored() {
        var counts = new TreeMap<String, Integer>();
        live().filter(it -> it.score() == null)
                .forEach(it -> counts.merge(it.kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(it -> "%d %s".formatted(it.getValue(), named(it.getKey(), it.getValue())))
                .toList();
    }

    private static String named(String kind, int count) {
        var one = kind.toLowerCase(Locale.UK);
        return count == 1 ? one : one.equals("dependency") ? "dependencies" : one + "s";
    }

    /// One domain of an assessment: how many of its criteria were rated with each word of the
    /// scale, and of how many the rating is unknown.
    record Domain(String name, List<Long> counts, long unknown) {}

    public List<Domain> domains(Assessment assessment) {
        return assessment.ratings().stream().map(Rating::domain).distinct().toList().stream()
                .map(name -> domain(name, assessment))
                .toList();
    }

    private static Domain domain(String name, Assessment assessment) {
        var ratings = assessment.ratings().stream().filter(it -> it.domain().equals(name)).toList();
        return new Domain(
                name,
                assessment.scale().stream().map(word -> count(ratings, word)).toList(),
                count(ratings, null));
    }

    private static long count(List<Rating> ratings, @Nullable String word) {
        return ratings.stream().filter(it -> Objects.equals(it.holds(), word)).count();
    }

    /// The criteria rated with the worst word of the scale.
    public List<String> worst(Assessment assessment) {
        return assessment.scale().isEmpty()
                ? List.of()
                : assessment.ratings().stream()
                        .filter(it -> assessment.scale().getFirst().equals(it.holds()))
                        .map(Rating::criterion)
                        .toList();
    }

    public long unknown(Assessment assessment) {
        return count(assessment.ratings(), null);
    }

    /// What an assessment found, by kind, in the order in which each was first written down.
    public LinkedHashMap<String, List<Finding>> found(Assessment assessment) {
        var kinds = new LinkedHashMap<String, List<Finding>>();
        assessment
                .findings()
                .forEach(it -> kinds.computeIfAbsent(it.kind(), _ -> new ArrayList<>()).add(it));
        return kinds;
    }

    public LinkedHashMap<String, List<Principle>> principles() {
        var registers = new LinkedHashMap<String, List<Principle>>();
        partnership
                .principles()
                .forEach(
                        it ->
                                registers
                                        .computeIfAbsent(it.register(), _ -> new ArrayList<>())
                                        .add(it));
        return registers;
    }

    public List<Engagement> consultations() {
        return partnership.engagement().stream()
                .filter(it -> it.kind().equals("CONSULTATION"))
                .toList();
    }

    /// What took place in a quarter, of one kind with one audience.
    ///
    /// @param reached null when nobody counted any of it
    record Held(
            String quarter, String kind, String audience, int count, @Nullable Integer reached) {

        private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
            return one == null ? other : other == null ? one : Integer.valueOf(one + other);
        }

        Held and(Held other) {
            return new Held(
                    quarter, kind, audience, count + other.count, sum(reached, other.reached));
        }
    }

    /// Newest quarter first.
    public List<Held> held() {
        var held = new LinkedHashMap<List<String>, Held>();
        for (var it : partnership.engagement()) {
            if (!it.kind().equals("CONSULTATION")) {
                var one =
                        new Held(
                                Quarter.of(it.effectiveOn()).inWords(),
                                it.kind(),
                                it.audience(),
                                it.count(),
                                it.reached());
                held.merge(List.of(one.quarter(), one.kind(), one.audience()), one, Held::and);
            }
        }
        return List.copyOf(held.values());
    }

    /// Where a table of the page is as a file, before the ending that says of which kind.
    public String at(String table) {
        return "/localities/%s/partnership/%s".formatted(partnership.locality().code(), table);
    }

    /// What to ask of a table of this page, so that it holds what the page does.
    public String asShown() {
        return "?on=" + partnership.on();
    }
}
