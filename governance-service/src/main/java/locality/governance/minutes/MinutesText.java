package locality.governance.minutes;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import locality.governance.minutes.MinutesDocument.ApologyMinuted;
import locality.governance.minutes.MinutesDocument.InterestMinuted;
import locality.governance.minutes.MinutesDocument.ItemMinuted;
import locality.governance.minutes.MinutesDocument.PresentMinuted;
import locality.governance.minutes.MinutesDocument.SittingMinuted;

/// Minutes as a secretary would lay them out, in Markdown. What was typed in is shown as it was
/// typed: none of it is taken for markup.
final class MinutesText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final StringBuilder text = new StringBuilder();

    private MinutesText() {}

    static String of(MinutesDocument minutes) {
        var written = new MinutesText();
        written.line("# Minutes of %s", plain(minutes.body()));
        written.line(
                "%s, %s",
                plain(minutes.reference()),
                minutes.openToPublic() ? "open to the public" : "not open to the public");
        minutes.sittings()
                .forEach(sitting -> written.sitting(sitting, minutes.sittings().size() > 1));
        minutes.items().forEach(written::item);
        return written.text.toString();
    }

    private void sitting(SittingMinuted sitting, boolean oneOfMany) {
        line(
                "## %s%s",
                oneOfMany ? "Sitting %d, ".formatted(sitting.number()) : "",
                sitting.startsAt().format(DAY));
        line(
                "From %s%s%s.",
                clock(sitting.startsAt().toLocalTime()),
                sitting.endedAt() == null ? "" : " to " + until(sitting, sitting.endedAt()),
                sitting.place() == null ? "" : ", " + plain(sitting.place()));
        list("Present", sitting.present().stream().map(MinutesText::present).toList());
        list("Apologies", sitting.apologies().stream().map(MinutesText::apology).toList());
        if (sitting.adjournedBecause() != null) {
            line(
                    "Adjourned%s: %s.",
                    sitting.resumesAt() == null
                            ? ""
                            : " to %s, %s"
                                    .formatted(
                                            sitting.resumesAt().format(DAY),
                                            clock(sitting.resumesAt().toLocalTime())),
                    plain(sitting.adjournedBecause()));
        }
    }

    private void item(ItemMinuted item) {
        line("## %d. %s", item.number(), plain(item.title()));
        list("Interests", item.interests().stream().map(MinutesText::interest).toList());
        var decision = item.decision();
        if (decision == null) {
            line("No decision was recorded.");
            return;
        }
        line(
                "**%s** (%s), %s.",
                decision.outcome(), decision.takenAs(), decision.decidedOn().format(DAY));
        line("%s", plain(decision.inWords()));
        if (!decision.valid()) {
            line("Not valid: %s.", plain(String.join(", ", decision.validityCodes())));
        }
    }

    private void list(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            line("%s:", title);
            line("%s", entries.stream().map("- "::concat).collect(Collectors.joining("\n")));
        }
    }

    private void line(String format, Object... parts) {
        text.append(format.formatted(parts)).append("\n\n");
    }

    private static String present(PresentMinuted one) {
        return "%s (%s)%s%s, from %s%s"
                .formatted(
                        plain(one.post()),
                        plain(one.seat()),
                        one.voting() ? "" : ", not voting",
                        one.substitute() ? ", by a substitute" : "",
                        clock(one.arrivedAt()),
                        one.leftAt() == null ? "" : " to " + clock(one.leftAt()));
    }

    private static String apology(ApologyMinuted one) {
        return "%s (%s)%s"
                .formatted(
                        plain(one.post()),
                        plain(one.seat()),
                        one.substituted() ? ", a substitute came" : "");
    }

    private static String interest(InterestMinuted one) {
        var effect =
                switch (one.effect()) {
                    case DECLARED -> "stayed and could vote";
                    case NO_VOTE -> "stayed and did not vote";
                    case LEFT -> "left the room";
                };
        return "%s%s: %s; %s"
                .formatted(
                        plain(one.seat()),
                        one.substitute() ? ", the substitute" : "",
                        plain(one.nature()),
                        effect);
    }

    private static String until(SittingMinuted sitting, LocalDateTime ended) {
        return ended.toLocalDate().equals(sitting.startsAt().toLocalDate())
                ? clock(ended.toLocalTime())
                : "%s, %s".formatted(ended.format(DAY), clock(ended.toLocalTime()));
    }

    private static String clock(LocalTime time) {
        return time.format(CLOCK);
    }

    private static String plain(String typed) {
        return typed.replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]<>#|&])", "\\\\$1");
    }
}
