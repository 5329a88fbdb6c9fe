package locality.governance.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@Tag("G2")
class StructureDrawingTest {

    private static final Structure STRUCTURE =
            Structure.of(Manchester2014.DAY, Manchester2014.bodies());
    private static final String SVG = StructureDrawing.of("Manchester", STRUCTURE);

    @Test
    void everyNameCanBeReadSelectedAndFound() throws Exception {
        var written = String.join(" ", texts(svg()));

        STRUCTURE.nodes().forEach(node -> assertThat(written).contains(node.body().name()));
        assertThat(written)
                .contains("Finance & contracts <workstream>", "14 seats, 1 vacant")
                .contains("Took over from");
    }

    @Test
    void itIsToldInWordsToWhoeverHearsIt() throws Exception {
        var svg = svg().getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(first("title").getTextContent())
                .isEqualTo("Who is accountable to whom: Manchester on 14 May 2014");
        assertThat(first("desc").getTextContent())
                .startsWith("20 bodies. Manchester Health and Wellbeing Board (Established,")
                .contains("is accountable to Executive Health and Wellbeing Group.")
                .contains(
                        "Citywide Leadership Group Reference Group is a sounding board of Citywide"
                                + " Leadership Group, without being accountable to it.");
    }

    @Test
    void nothingInItRunsOrComesFromElsewhere() {
        assertThat(SVG)
                .doesNotContain("<script", "<style", "<image", "<use", "@import", "href")
                .doesNotContain("<workstream>");
    }

    @Test
    @Tag("G6")
    void onlyAShadowBodyIsDashedAndOnlyWhatIsNotAccountableIsDotted() throws Exception {
        var dashed = withAttribute("rect", "stroke-dasharray");
        var dotted = withAttribute("path", "stroke-dasharray");

        assertThat(dashed).as("South Provider Partnership Board, and the legend").hasSize(2);
        assertThat(dotted).as("three links, and the legend").hasSize(4);
    }

    private static List<Element> withAttribute(String name, String attribute) throws Exception {
        return elements(svg(), name).stream().filter(one -> one.hasAttribute(attribute)).toList();
    }

    private static Element first(String name) throws Exception {
        return elements(svg(), name).getFirst();
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document svg, String name) {
        var nodes = svg.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document svg() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SVG)));
    }
}
