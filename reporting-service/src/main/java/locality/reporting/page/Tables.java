package locality.reporting.page;

import static locality.reporting.page.Sourced.row;
import static locality.reporting.page.Sourced.table;

import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;
import locality.reporting.dashboard.Dashboard;
import locality.reporting.dashboard.Dashboard.Decision;
import locality.reporting.dashboard.Pool;

/// The page's tables for a spreadsheet.
final class Tables {

    private Tables() {}

    static String lines(Dashboard dashboard) {
        return table(
                "fund,financialYear,line,scheme,areaOfSpend,commissioner,basis,"
                        + "plannedPence,requestedPence,committedPence,spentPence,availablePence",
                dashboard.pool().funds().stream()
                        .flatMap(fund -> fund.lines().stream().map(line -> line(fund, line))));
    }

    private static List<?> line(Pool.Fund fund, Pool.Line line) {
        return row(
                line.provenance(),
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
                line.availablePence().value());
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
        return table(
                "reference,name,state,mobilised,componentsLive,components,fundedPence",
                dashboard.interventions(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.name(),
                                it.state(),
                                it.mobilised(),
                                it.componentsLive(),
                                it.components(),
                                it.fundedPence().value()));
    }

    static String indicators(Dashboard dashboard) {
        return table(
                "reference,name,latestPeriod,latest,target,variation,assurance,late",
                dashboard.indicators(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.name(),
                                it.latestPeriod(),
                                it.latest(),
                                it.target(),
                                it.variation(),
                                it.assurance(),
                                it.stale()));
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
        return table(
                "reference,effectiveOn,title,body,decisionType,outcome,state,"
                        + "validityCodes,valuePence",
                decisions,
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.effectiveOn(),
                                it.title(),
                                it.body(),
                                it.decisionType(),
                                it.outcome(),
                                it.state(),
                                String.join(" ", it.validityCodes()),
                                it.valuePence() == null ? "" : it.valuePence().value()));
    }
}
