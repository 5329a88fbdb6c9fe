package locality.reporting.page;

import static locality.reporting.page.Sourced.row;
import static locality.reporting.page.Sourced.table;

import java.util.List;
import java.util.stream.Stream;
import locality.reporting.governance.Governance;
import locality.reporting.governance.Governance.Node;
import org.jspecify.annotations.Nullable;

/// The tables of a locality's boards for a spreadsheet.
final class GovernanceTables {

    private GovernanceTables() {}

    static String bodies(Governance governance) {
        return table(
                "reference,name,state,classification,spatialLevel,accountableTo,seats,vacant",
                governance.structure().stream().flatMap(node -> below(null, node)));
    }

    private static Stream<List<?>> below(@Nullable String above, Node node) {
        return Stream.concat(
                Stream.of(
                        row(
                                node.provenance(),
                                node.reference(),
                                node.name(),
                                node.state(),
                                node.classification(),
                                node.spatialLevel(),
                                above,
                                node.seats(),
                                node.vacant())),
                node.below().stream().flatMap(one -> below(node.reference(), one)));
    }

    static String vacancies(Governance governance) {
        return table(
                "body,seat,post,votingRight,organisation,since",
                governance.vacancies(),
                it ->
                        row(
                                it.provenance(),
                                it.body(),
                                it.seat(),
                                it.post(),
                                it.votingRight(),
                                it.organisation(),
                                it.since()));
    }

    static String forwardPlan(Governance governance) {
        return table(
                "reference,title,body,key,state,expectedOn,late",
                governance.forwardPlan(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.title(),
                                it.body(),
                                it.key(),
                                it.state(),
                                it.expectedOn(),
                                it.late()));
    }

    static String decisionLog(Governance governance) {
        return table(
                "reference,title,body,decisionType,outcome,state,inEffect,validity,"
                        + "valuePence,changedBecause,changedOn,papers,actions,effectiveOn",
                governance.decisions(),
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
                                it.valuePence() == null ? null : it.valuePence().value(),
                                it.changedBecause(),
                                it.changedOn(),
                                String.join("; ", it.papers()),
                                String.join("; ", it.actions()),
                                it.effectiveOn()));
    }

    static String actions(Governance governance) {
        return table(
                "reference,title,post,organisation,dueOn,precision,state,overdue",
                governance.actions(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.title(),
                                it.post(),
                                it.organisation(),
                                it.dueOn(),
                                it.precision(),
                                it.state(),
                                it.overdue()));
    }

    static String recommendations(Governance governance) {
        return table(
                "reference,verb,text,body,outcome,decision",
                governance.recommendations(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.verb(),
                                it.text(),
                                it.body(),
                                it.outcome(),
                                it.decision()));
    }

    static String disputes(Governance governance) {
        return table(
                "reference,title,parties,body,state,since",
                governance.disputes(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.title(),
                                String.join("; ", it.parties()),
                                it.body(),
                                it.state(),
                                it.effectiveOn()));
    }
}
