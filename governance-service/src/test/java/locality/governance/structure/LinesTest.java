package locality.governance.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import locality.governance.body.BodyOutline;
import locality.governance.body.RelationKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G2")
class LinesTest {

    private static final Pattern BOX =
            Pattern.compile(
                    "<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\" rx=\"4\"");
    private static final Pattern LINE = Pattern.compile("<path d=\"M(\\d+) (\\d+)([HV\\d]+)\"");
    private static final Pattern STEP = Pattern.compile("([HV])(\\d+)");

    private record Box(int left, int top, int right, int bottom) {
        boolean isCrossedBy(Stretch line) {
            return line.left < right && line.right > left && line.top < bottom && line.bottom > top;
        }
    }

    private record Stretch(int left, int top, int right, int bottom) {}

    @Test
    void noLineLiesOnABoxWhateverItLeadsTo() {
        for (var to : List.of("JCG", "EHWG", "HWBB", "NLG", "WS2")) {
            var svg = withALinkFromTheEarlyYearsGroupTo(to);

            assertThat(boxes(svg)).hasSize(20);
            assertThat(stretches(svg))
                    .as("a link to " + to)
                    .noneMatch(line -> boxes(svg).stream().anyMatch(box -> box.isCrossedBy(line)));
        }
    }

    @Test
    void aLinkToTheBodyBesideStaysBesideIt() {
        var deepest =
                boxes(withALinkFromTheEarlyYearsGroupTo("JCG")).stream()
                        .mapToInt(Box::bottom)
                        .max()
                        .orElseThrow();

        assertThat(across(withALinkFromTheEarlyYearsGroupTo("JCG")))
                .anyMatch(line -> line.stream().allMatch(one -> one.bottom <= deepest))
                .hasSize(across(withoutIt()).size() + 1);
    }

    private static String withoutIt() {
        return drawn(Manchester2014.bodies());
    }

    private static String withALinkFromTheEarlyYearsGroupTo(String to) {
        return drawn(
                Manchester2014.bodies().stream()
                        .map(body -> body.reference().equals("EYSEG") ? linked(body, to) : body)
                        .toList());
    }

    private static BodyOutline linked(BodyOutline body, String to) {
        var links = new ArrayList<>(body.links());
        links.add(new BodyOutline.Link(RelationKind.ADVISES, false, Manchester2014.id(to)));
        return new BodyOutline(
                body.id(),
                body.reference(),
                body.name(),
                body.locality(),
                body.state(),
                body.spatialLevel(),
                body.chair(),
                body.seats(),
                body.vacancies(),
                body.predecessors(),
                links);
    }

    private static String drawn(List<BodyOutline> bodies) {
        return StructureDrawing.of("Manchester", Structure.of(Manchester2014.DAY, bodies));
    }

    private static List<Box> boxes(String svg) {
        return BOX.matcher(svg)
                .results()
                .map(
                        it ->
                                new Box(
                                        number(it, 1),
                                        number(it, 2),
                                        number(it, 1) + number(it, 3),
                                        number(it, 2) + number(it, 4)))
                .toList();
    }

    private static List<Stretch> stretches(String svg) {
        return LINE.matcher(svg).results().flatMap(line -> line(line).stream()).toList();
    }

    private static List<List<Stretch>> across(String svg) {
        return svg.lines()
                .filter(line -> line.contains("marker-end"))
                .flatMap(line -> LINE.matcher(line).results())
                .map(LinesTest::line)
                .toList();
    }

    private static List<Stretch> line(MatchResult path) {
        var stretches = new ArrayList<Stretch>();
        int x = number(path, 1);
        int y = number(path, 2);
        for (var step : STEP.matcher(path.group(3)).results().toList()) {
            int nextX = step.group(1).equals("H") ? number(step, 2) : x;
            int nextY = step.group(1).equals("V") ? number(step, 2) : y;
            stretches.add(
                    new Stretch(
                            Math.min(x, nextX),
                            Math.min(y, nextY),
                            Math.max(x, nextX),
                            Math.max(y, nextY)));
            x = nextX;
            y = nextY;
        }
        return stretches;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
