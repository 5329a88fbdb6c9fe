package locality.reporting.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.reporting.governance.Governance;
import locality.reporting.governance.Governance.Node;
import org.jspecify.annotations.Nullable;

/// The tables of a locality's boards for a spreadsheet.
final class GovernanceTables {

    private GovernanceTables() {}

    static String bodies(Governance governance) {
        var rows = new ArrayList<List<?>>();
        governance.structure().forEach(node -> add(node, null, rows));
        return Csv.write(
                List.of(
                        "reference",
                        "name",
                        "state",
                        "classification",
                        "spatialLevel",
                        "accountableTo",
                        "seats",
                        "vacant",
                        "provenance",
                        "source"),
                rows);
    }

    private static void add(Node node, @Nullable String above, List<List<?>> rows) {
        rows.add(
                row(
                        node.provenance(),
                        node.reference(),
                        node.name(),
                        node.state(),
                        node.classification(),
                        node.spatialLevel(),
                        above,
                        node.seats(),
                        node.vacant()));
        node.below().forEach(below -> add(below, node.reference(), rows));
    }

    static String vacancies(Governance governance) {
        return Csv.write(
                List.of(
                        "body",
                        "seat",
                        "post",
                        "votingRight",
                        "organisation",
                        "since",
                        "provenance",
                        "source"),
                governance.vacancies().stream()
                        .map(
                                it ->
                                        row(
                                                it.provenance(),
                                                it.body(),
                                                it.seat(),
                                                it.post(),
                                                it.votingRight(),
                                                it.organisation(),
                                                it.since()))
                        .toList());
    }

    static String forwardPlan(Governance governance) {
        return Csv.write(
                List.of(
                        "reference",
                        "title",
                        "body",
                        "key",
                        "state",
                        "expectedOn",
                        "late",
                        "provenance",
                        "source"),
                governance.forwardPlan().stream()
                        .map(
                                it ->
                                        row(
                                                it.provenance(),
                                                it.reference(),
                                                it.title(),
                                                it.body(),
                                                it.key(),
                                                it.state(),
                                                it.expectedOn(),
                                                it.late()))
                        .toList());
    }

    static String decisionLog(Governance governance) {
        return Csv.write(
                List.of(
                        "reference",
                        "title",
                        "body",
                        "decisionType",
                        "outcome",
                        "state",
                        "inEffect",
                        "validity",
                        "valuePence",
                        "changedBecause",
                        "changedOn",
                        "papers",
                        "actions",
                        "effectiveOn",
                        "provenance",
                        "source"),
                governance.decisions().stream()
                        .map(
                                it ->
                                        row(
                                                it.provenance(),
                                                it.reference(),
                                                it.title(),
                                                it.body(),
                                                it.decisionType(),
                                                it.outcome(),
                                                it.state(),
                                                it.inEffect(),
                                                it.validity(),
                                                it.valuePence() == null
                                                        ? null
                                                        : it.valuePence().value(),
                                                it.changedBecause(),
                                                it.changedOn(),
                                                String.join("; ", it.papers()),
                                                String.join("; ", it.actions()),
                                                it.effectiveOn()))
                        .toList());
    }

    static String actions(Governance governance) {
        return Csv.write(
                List.of(
                        "reference",
                        "title",
                        "post",
                        "organisation",
                        "dueOn",
                        "state",
                        "overdue",
                        "provenance",
                        "source"),
                governance.actions().stream()
                        .map(
                                it ->
                                        row(
                                                it.provenance(),
                                                it.reference(),
                                                it.title(),
                                                it.post(),
                                                it.organisation(),
                                                it.dueOn(),
                                                it.state(),
                                                it.overdue()))
                        .toList());
    }

    static String recommendations(Governance governance) {
        return Csv.write(
                List.of(
                        "reference",
                        "verb",
                        "text",
                        "body",
                        "outcome",
                        "decision",
                        "provenance",
                        "source"),
                governance.recommendations().stream()
                        .map(
                                it ->
                                        row(
                                                it.provenance(),
                                                it.reference(),
                                                it.verb(),
                                                it.text(),
                                                it.body(),
                                                it.outcome(),
                                                it.decision()))
                        .toList());
    }

    static String disputes(Governance governance) {
        return Csv.write(
                List.of(
                        "reference",
                        "title",
                        "parties",
                        "body",
                        "state",
                        "since",
                        "provenance",
                        "source"),
                governance.disputes().stream()
                        .map(
                                it ->
                                        row(
                                                it.provenance(),
                                                it.reference(),
                                                it.title(),
                                                String.join("; ", it.parties()),
                                                it.body(),
                                                it.state(),
                                                it.effectiveOn()))
                        .toList());
    }

    /// The cells given, and where the fact comes from.
    private static List<?> row(Provenance provenance, @Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(cells));
        row.add(provenance.kind());
        row.add(Formats.source(provenance));
        return row;
    }
}
