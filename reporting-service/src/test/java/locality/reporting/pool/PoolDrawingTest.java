package locality.reporting.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.reporting.pool.FundOnDay.Line;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PoolDrawingTest {

    private static final LocalDate ON = LocalDate.of(2014, 12, 1);

    @Test
    void isXmlWithoutStyleWhateverTheAreasAreCalled() throws Exception {
        var drawing = PoolDrawing.of(fund(line("<b> & \"care\" \u0001", 100, 10, 20, 5)), ON, "p");
        var svg = read(drawing).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("p-title p-description");
        assertThat(drawing).contains("&lt;b&gt; &amp; &quot;care&quot;");
        assertThat(drawing).doesNotContain("style").doesNotContain("<script").doesNotContain("<b>");
    }

    @Test
    void stacksWhatWasSpentPromisedAndAskedForEndToEndInTheFrameOfWhatThereIs() throws Exception {
        var drawing = read(PoolDrawing.of(fund(line("Care", 100_000, 20, 30, 10)), ON, "p"));
        var rectangles = drawing.getElementsByTagName("g").item(0).getChildNodes();
        var boxes =
                IntStream.range(0, rectangles.getLength())
                        .mapToObj(rectangles::item)
                        .filter(Element.class::isInstance)
                        .map(Element.class::cast)
                        .filter(it -> it.getTagName().equals("rect"))
                        .map(it -> it.getAttribute("x") + "+" + it.getAttribute("width"))
                        .toList();

        assertThat(boxes).containsExactly("250+108", "358+162", "520+54", "250+540");
    }

    @Test
    void saysInWordsWhatItShowsAndWhatIsOver() {
        var drawing =
                PoolDrawing.of(
                        fund(line("Care", 100, 20, 30, 10), line("Housing", 100, 90, 30, 0)),
                        ON,
                        "p");

        assertThat(drawing)
                .contains(
                        "In all £200, of it £110 spent, £60 promised, £10 waiting for"
                                + " approval, £20 left.")
                .contains("Housing £100, of it £90 spent")
                .contains("£20 more than there is", "£20 over", "£40 left");
    }

    @Test
    void drawsNothingWithoutMoney() {
        assertThat(PoolDrawing.of(fund(), ON, "p")).isEmpty();
        assertThat(PoolDrawing.of(fund(line("Care", 0, 0, 0, 0)), ON, "p")).isEmpty();
    }

    private static FundOnDay fund(Line... lines) {
        return new FundOnDay(
                "BCF",
                "Better Care Fund",
                "POOLED_FUND",
                FinancialYear.parse("2014/15"),
                ON,
                "E08000003",
                null,
                null,
                List.of(lines),
                List.of(),
                Provenance.illustrative());
    }

    /// In pounds; where there is more than a hundred, the parts are of a hundred.
    private static Line line(String area, long current, long spent, long committed, long waiting) {
        var part = Math.max(1, current / 100);
        return new Line(
                "L1",
                "A line",
                area,
                null,
                null,
                null,
                null,
                null,
                true,
                new Amounts(
                        Pence.pounds(current),
                        Pence.pounds(current),
                        Pence.pounds(waiting * part),
                        Pence.pounds(committed * part),
                        Pence.pounds(spent * part)),
                null);
    }

    private static Document read(String drawing) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing)));
    }
}
