package locality.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The names that things go by in what the demo sends.
final class Names {

    private Names() {}

    /// What a request brings into being, by the name others use for it.
    static Set<String> definedBy(Sent sent) {
        var defined = new HashSet<String>();
        Stream.of("code", "reference")
                .filter(sent.body()::has)
                .forEach(field -> defined.add(sent.text(field)));
        if (sent.body().has("seat")) {
            defined.add(sent.part(2) + "#" + sent.text("seat"));
        }
        if (sent.post().keep() instanceof Map<String, String> kept) {
            kept.keySet().forEach(name -> defined.add("{" + name + "}"));
        }
        if (sent.path().endsWith("/meetings")) {
            defined.add(sent.text("body") + "-" + sent.text("startsAt").substring(0, 10));
        }
        if (sent.path().matches(".*/(interventions|figures)") && sent.post().csv() != null) {
            Table.parsed(sent.content()).rows().forEach(row -> defined.add(row.get("reference")));
        }
        if (sent.path().endsWith("/outcome")) {
            defined.add(sent.part(2) + "/" + sent.part(4));
        }
        if (sent.path().matches(".*/plans/[^/]+/milestones")) {
            defined.add(sent.part(2) + "-M" + sent.placeAmongItsLike());
        }
        if (sent.path().endsWith("/gateways/series")) {
            defined.addAll(gatewaysOf(sent));
        }
        return defined;
    }

    /// One for each block of the series.
    private static List<String> gatewaysOf(Sent sent) {
        var body = sent.body();
        var first = YearMonth.parse(sent.text("beginsOn").substring(0, 7));
        var last = YearMonth.parse(sent.text("lastDay").substring(0, 7)).plusMonths(1);
        long blocks = ChronoUnit.MONTHS.between(first, last) / body.path("months").asInt();
        return LongStream.range(0, blocks)
                .map(block -> body.path("firstNumber").asLong() + block)
                .mapToObj(number -> sent.text("contract") + "-GW-" + number)
                .toList();
    }

    /// The names of other things that a request uses.
    static List<String> referencesIn(Sent sent) {
        var used = new ArrayList<String>();
        var body = sent.body();
        for (var field :
                List.of(
                        "from",
                        "to",
                        "body",
                        "parent",
                        "agreement",
                        "host",
                        "partner",
                        "organisation",
                        "toOrganisation",
                        "decisionId",
                        "successor",
                        "other",
                        "chairs",
                        "delegation",
                        "item",
                        "decision",
                        "establishes",
                        "framework",
                        "assessment",
                        "intervention")) {
            if (body.path(field).isTextual() && !body.path(field).asText().matches("\\d{4}-.*")) {
                used.add(body.path(field).asText());
            }
        }
        for (var list :
                List.of(
                        "themes",
                        "organisations",
                        "reportsTo",
                        "successors",
                        "sitsIn",
                        "drawsOn")) {
            Sent.elements(body.path(list)).forEach(name -> used.add(name.asText()));
        }
        if (sent.path().endsWith("/approval-routes")) {
            Sent.elements(body.path("steps")).forEach(step -> used.add(step.path("body").asText()));
        }
        Sent.elements(body.path("predecessors")).stream()
                .filter(before -> before.has("milestone"))
                .forEach(before -> used.add(before.path("milestone").asText()));
        Stream.of("/parties", "/first/parties")
                .flatMap(parties -> Sent.elements(body.at(parties)).stream())
                .forEach(party -> used.add(party.path("organisation").asText()));
        if (body.at("/about/type").asText().equals("PLAN")) {
            used.add(body.at("/about/reference").asText());
        }
        Stream.concat(Sent.elements(body.path("terms")).stream(), Stream.of(body.path("against")))
                .flatMap(one -> Stream.of(one.path("figure"), one.path("fund")))
                .filter(JsonNode::isTextual)
                .forEach(named -> used.add(named.asText()));
        Sent.elements(body.at("/decision/owners"))
                .forEach(owner -> used.add(owner.path("organisation").asText()));
        for (var list : List.of("attendance", "votes")) {
            Sent.elements(body.path(list))
                    .forEach(row -> used.add(bodyOf(sent) + "#" + row.path("member").asText()));
        }
        if (sent.path().split("/").length > 5
                && !sent.path().contains("/functions/")
                && !sent.path().endsWith("/series")) {
            used.add(sent.part(2));
        }
        return used;
    }

    private static String bodyOf(Sent sent) {
        return sent.part(2).replaceFirst("-\\d{4}-\\d\\d-\\d\\d$", "");
    }
}
