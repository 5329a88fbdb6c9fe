package locality.reporting.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;
import locality.reporting.dashboard.Dashboard;
import locality.reporting.dashboard.Dashboard.Decision;

/// The page's tables for a spreadsheet.
final class Tables {

    private Tables() {}

    static String lines(Dashboard dashboard) {
        var rows = new ArrayList<List<?>>();
        for (var fund : dashboard.pool().funds()) {
            for (var line : fund.lines()) {
                rows.add(
                        Arrays.asList(
                                fund.reference(),
                                fund.financialYear(),
                                line.reference(),
                                line.scheme(),
                                line.areaOfSpend(),
                                line.commissioner(),
                                line.basis(),
                                line.plannedPence().value(),
                                line.requestedPence().value(),
                                line.committedPence().value(),
                                line.spentPence().value(),
                                line.availablePence().value(),
                                line.provenance().kind(),
                                Formats.source(line.provenance())));
            }
        }
        return Csv.write(
                List.of(
                        "fund",
                        "financialYear",
                        "line",
                        "scheme",
                        "areaOfSpend",
                        "commissioner",
                        "basis",
                        "plannedPence",
                        "requestedPence",
                        "committedPence",
                        "spentPence",
                        "availablePence",
                        "provenance",
                        "source"),
                rows);
    }

    static String commitments(Dashboard dashboard) {
        return Csv.write(
                List.of(
                        "reference",
                        "state",
                        "amountPence",
                        "remainingPence",
                        "provider",
                        "purpose",
                        "decision",
                        "decidedBy",
                        "delegation",
                        "effectiveOn"),
                dashboard.commitments().stream()
                        .map(
                                it ->
                                        Arrays.asList(
                                                it.reference(),
                                                it.state(),
                                                it.amountPence().value(),
                                                it.remainingPence().value(),
                                                it.provider(),
                                                it.purpose(),
                                                it.decision(),
                                                it.decidedBy(),
                                                it.delegation(),
                                                it.effectiveOn()))
                        .toList());
    }

    static String interventions(Dashboard dashboard) {
        return Csv.write(
                List.of(
                        "reference",
                        "name",
                        "state",
                        "mobilised",
                        "componentsLive",
                        "components",
                        "fundedPence",
                        "provenance",
                        "source"),
                dashboard.interventions().stream()
                        .map(
                                it ->
                                        Arrays.<Object>asList(
                                                it.reference(),
                                                it.name(),
                                                it.state(),
                                                it.mobilised(),
                                                it.componentsLive(),
                                                it.components(),
                                                it.fundedPence().value(),
                                                it.provenance().kind(),
                                                Formats.source(it.provenance())))
                        .toList());
    }

    static String indicators(Dashboard dashboard) {
        return Csv.write(
                List.of(
                        "reference",
                        "name",
                        "latestPeriod",
                        "latest",
                        "target",
                        "variation",
                        "assurance",
                        "late",
                        "provenance",
                        "source"),
                dashboard.indicators().stream()
                        .map(
                                it ->
                                        Arrays.asList(
                                                it.reference(),
                                                it.name(),
                                                it.latestPeriod(),
                                                it.latest(),
                                                it.target(),
                                                it.variation(),
                                                it.assurance(),
                                                it.stale(),
                                                it.provenance().kind(),
                                                Formats.source(it.provenance())))
                        .toList());
    }

    static String freshness(Dashboard dashboard) {
        return Csv.write(
                List.of(
                        "source",
                        "what",
                        "publicationSchedule",
                        "latestPeriod",
                        "position",
                        "recordedAt",
                        "appliedAt",
                        "stale",
                        "standing"),
                dashboard.freshness().stream()
                        .map(
                                it ->
                                        Arrays.asList(
                                                it.source(),
                                                it.what(),
                                                it.publicationSchedule(),
                                                it.latestPeriod(),
                                                it.position(),
                                                it.recordedAt(),
                                                it.appliedAt(),
                                                it.stale(),
                                                it.words()))
                        .toList());
    }

    static String decisions(List<Decision> decisions) {
        return Csv.write(
                List.of(
                        "reference",
                        "effectiveOn",
                        "title",
                        "body",
                        "decisionType",
                        "outcome",
                        "state",
                        "validityCodes",
                        "valuePence",
                        "provenance",
                        "source"),
                decisions.stream()
                        .map(
                                it ->
                                        Arrays.<Object>asList(
                                                it.reference(),
                                                it.effectiveOn(),
                                                it.title(),
                                                it.body(),
                                                it.decisionType(),
                                                it.outcome(),
                                                it.state(),
                                                String.join(" ", it.validityCodes()),
                                                it.valuePence() == null
                                                        ? ""
                                                        : it.valuePence().value(),
                                                it.provenance().kind(),
                                                Formats.source(it.provenance())))
                        .toList());
    }
}
