package locality.governance.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.platform.place.Locality;

/// The frameworks of the source documents, each put on record under a code of its own, so that
/// tests do not meet.
final class Frameworks2014To2018 {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private static final Caller EVERYWHERE = Caller.secretaryOf(Locality.values());

    private Frameworks2014To2018() {}

    /// *Living Longer, Living Better: Progress Update*, appendix 1: ten groups, 36 conditions.
    static String conditions() {
        var code = code("NHSE-BCF");
        EVERYWHERE
                .postCsv(
                        "/assessment-frameworks",
                        read("nhse-bcf-conditions.csv").replace("%s", code))
                .statusCode(201);
        return code;
    }

    /// The same appendix: four quadrants, in which nothing is rated.
    static String swot() {
        return adopts(
                "SWOT",
                """
                "kind": "SWOT", "domains": [{"title": "Key Strengths"},
                  {"title": "Main Weaknesses"}, {"title": "Opportunities"}, {"title": "Threats"}]
                """);
    }

    /// *Twelve Month Review*, 2.1.5.
    static String peerReview() {
        return adopts(
                "SCF-PR",
                """
                "kind": "PEER_REVIEW", "scale": ["EMERGING", "DEVELOPING", "MATURING"],
                "target": "MATURING", "domains": [{"title": "Strategic Commissioning Function",
                  "criteria": [{"title": "Design and set up"}, {"title": "Engagement"},
                               {"title": "Technical enablers"}]}]
                """);
    }

    /// *Twelve Month Review*, 3.1.4: a guided conversation.
    static String conversationSpine() {
        return adopts(
                "LCO-PR",
                """
                "kind": "PEER_REVIEW", "domains": [{"title": "Conversation spine", "criteria": [
                  {"title": "Capability to deliver"}, {"title": "Governance"},
                  {"title": "In scope services and transformational schemes"},
                  {"title": "Finance"}]}]
                """);
    }

    /// *Programme Initiation Document*, 5.1: five strands.
    static String dueDiligence() {
        return adopts(
                "OCO-DD",
                """
                "kind": "DUE_DILIGENCE", "scale": ["RED", "AMBER", "GREEN"], "red": ["RED"],
                "target": "GREEN", "domains": [{"title": "Governance and due diligence",
                  "criteria": [{"code": "DD1", "title": "Complete financial audit"},
                    {"code": "DD2", "title": "Identify required decisions and structures"},
                    {"code": "DD3", "title": "Identify legal issues and solutions"},
                    {"code": "DD4",
                     "title": "Identify risk and reward management arrangements"},
                    {"code": "DD5", "title": "Identify required changes to standing financial instructions, constitution and interim arrangements"}]}]
                """);
    }

    /// *Twelve Month Review*, 4.1.5: every programme in every locality; the programmes' names are
    /// illustrative.
    static String maturityMatrix() {
        return adopts(
                "GM-MATRIX",
                """
                "kind": "MATURITY_MATRIX", "scale": ["EMERGING", "DEVELOPING", "MATURING"],
                "target": "MATURING", "domains": [{"title": "Programmes", "criteria": [
                  {"code": "P1", "title": "Radical upgrade in population health"},
                  {"code": "P2", "title": "Transforming community based care"}]}]
                """);
    }

    static String adopts(String code, String more) {
        var unique = code(code);
        EVERYWHERE.does(
                "/assessment-frameworks",
                """
                {"code": "%s", "title": "%s", "locality": "E47000001",
                 "effectiveOn": "2014-01-01", %s}
                """
                        .formatted(unique, unique, more));
        return unique;
    }

    static String code(String code) {
        return "%s-%d".formatted(code, NEXT.incrementAndGet());
    }

    static String read(String file) {
        try (var in =
                Objects.requireNonNull(
                        Frameworks2014To2018.class.getResourceAsStream("/assessment/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
