package locality.reporting.page;

import static locality.reporting.page.Sourced.row;
import static locality.reporting.page.Sourced.table;

import java.util.List;
import locality.platform.http.Csv;
import locality.reporting.partnership.Attention;
import locality.reporting.partnership.Partnership;
import locality.reporting.partnership.Plans;

/// The tables of a locality's partnership and plans for a spreadsheet.
final class PartnershipTables {

    private PartnershipTables() {}

    static String attention(List<Attention> attention) {
        return Csv.write(
                List.of("kind", "subject", "text"),
                attention.stream()
                        .map(it -> List.of(it.kind().name(), it.subject(), it.text()))
                        .toList());
    }

    static String agreements(Partnership partnership) {
        return table(
                "reference,version,title,kind,state,beginsOn,endsOn,reviewOn,retrospective,"
                        + "parties,notSignedBy,effectiveOn",
                partnership.agreements(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.version(),
                                it.title(),
                                it.kind(),
                                it.state(),
                                it.beginsOn(),
                                it.endsOn(),
                                it.reviewOn(),
                                it.retrospective(),
                                it.parties().size(),
                                String.join("; ", it.unsigned()),
                                it.effectiveOn()));
    }

    static String parties(Partnership partnership) {
        return table(
                "agreement,version,organisation,code,capacity,signedOn,ratified,decision",
                partnership.agreements().stream()
                        .flatMap(
                                agreement ->
                                        agreement.parties().stream()
                                                .map(
                                                        it ->
                                                                row(
                                                                        agreement.provenance(),
                                                                        agreement.reference(),
                                                                        agreement.version(),
                                                                        it.organisation(),
                                                                        it.code(),
                                                                        it.capacity(),
                                                                        it.signedOn(),
                                                                        it.ratified(),
                                                                        it.decision()))));
    }

    static String gateways(Partnership partnership) {
        return table(
                "reference,contract,number,beginsOn,endsOn,state,late,decision,conditions,scope",
                partnership.gateways(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.contract(),
                                it.number(),
                                it.beginsOn(),
                                it.endsOn(),
                                it.state(),
                                it.late(),
                                it.decision(),
                                it.conditions().size(),
                                it.scope().size()));
    }

    static String conditions(Partnership partnership) {
        return table(
                "gateway,contract,condition,dueOn,metOn,overdue",
                partnership.gateways().stream()
                        .flatMap(
                                gateway ->
                                        gateway.conditions().stream()
                                                .map(
                                                        it ->
                                                                row(
                                                                        gateway.provenance(),
                                                                        gateway.reference(),
                                                                        gateway.contract(),
                                                                        it.text(),
                                                                        it.dueOn(),
                                                                        it.metOn(),
                                                                        it.overdue()))));
    }

    static String scope(Partnership partnership) {
        return table(
                "gateway,contract,reference,title,kind,intervention,wentOverOn,contractState,"
                        + "contractReason",
                partnership.gateways().stream()
                        .flatMap(
                                gateway ->
                                        gateway.scope().stream()
                                                .map(
                                                        it ->
                                                                row(
                                                                        it.provenance(),
                                                                        gateway.reference(),
                                                                        gateway.contract(),
                                                                        it.reference(),
                                                                        it.title(),
                                                                        it.kind(),
                                                                        it.intervention(),
                                                                        it.wentOverOn(),
                                                                        it.contractState(),
                                                                        it.contractReason()))));
    }

    static String register(Partnership partnership) {
        return table(
                "reference,kind,title,state,body,escalatedTo,likelihood,impact,score,post,reviewOn,"
                        + "reviewOverdue,causedBy",
                partnership.register(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.kind(),
                                it.title(),
                                it.state(),
                                it.body(),
                                it.escalatedTo(),
                                it.likelihood(),
                                it.impact(),
                                it.score(),
                                it.post(),
                                it.reviewOn(),
                                it.reviewOverdue(),
                                it.causedBy()));
    }

    static String assessments(Partnership partnership) {
        return table(
                "assessment,title,framework,state,domain,criterion,self,reviewer,agreed",
                partnership.assessments().stream()
                        .flatMap(
                                assessment ->
                                        assessment.ratings().stream()
                                                .map(
                                                        it ->
                                                                row(
                                                                        assessment.provenance(),
                                                                        assessment.reference(),
                                                                        assessment.title(),
                                                                        assessment.framework(),
                                                                        assessment.state(),
                                                                        it.domain(),
                                                                        it.criterion(),
                                                                        it.self(),
                                                                        it.reviewer(),
                                                                        it.agreed()))));
    }

    static String findings(Partnership partnership) {
        return table(
                "assessment,title,framework,state,kind,domain,criterion,text",
                partnership.assessments().stream()
                        .flatMap(
                                assessment ->
                                        assessment.findings().stream()
                                                .map(
                                                        it ->
                                                                row(
                                                                        assessment.provenance(),
                                                                        assessment.reference(),
                                                                        assessment.title(),
                                                                        assessment.framework(),
                                                                        assessment.state(),
                                                                        it.kind(),
                                                                        it.domain(),
                                                                        it.criterion(),
                                                                        it.text()))));
    }

    static String strategies(Partnership partnership) {
        return table(
                "reference,title,kind,edition,state,reviewOn,reviewOverdue,decision,effectiveOn",
                partnership.strategies(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.title(),
                                it.kind(),
                                it.edition(),
                                it.state(),
                                it.reviewOn(),
                                it.reviewOverdue(),
                                it.decision(),
                                it.effectiveOn()));
    }

    static String principles(Partnership partnership) {
        return table(
                "reference,register,number,text,endsOn,effectiveOn",
                partnership.principles(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.register(),
                                it.number(),
                                it.text(),
                                it.endsOn(),
                                it.effectiveOn()));
    }

    static String engagement(Partnership partnership) {
        return table(
                "reference,title,kind,audience,stage,count,reached,effectiveOn",
                partnership.engagement(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.title(),
                                it.kind(),
                                it.audience(),
                                it.stage(),
                                it.count(),
                                it.reached(),
                                it.effectiveOn()));
    }

    static String plans(Plans plans) {
        return table(
                "reference,title,baseline,decision,areas,emptyAreas,milestones",
                plans.plans(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.title(),
                                it.baseline(),
                                it.decision(),
                                String.join("; ", it.areas()),
                                String.join("; ", it.emptyAreas()),
                                it.milestones().size()));
    }

    static String milestones(Plans plans) {
        return table(
                "plan,reference,title,area,post,organisation,forecastOn,precision,reviewOn,"
                        + "baselineOn,achievedOn,state,overdue,slippageDays,earlyOn,critical,"
                        + "predecessors",
                plans.plans().stream()
                        .flatMap(
                                plan ->
                                        plan.milestones().stream()
                                                .map(
                                                        it ->
                                                                row(
                                                                        it.provenance(),
                                                                        plan.reference(),
                                                                        it.reference(),
                                                                        it.title(),
                                                                        it.area(),
                                                                        it.post(),
                                                                        it.organisation(),
                                                                        it.forecastOn(),
                                                                        it.precision(),
                                                                        it.reviewOn(),
                                                                        it.baselineOn(),
                                                                        it.achievedOn(),
                                                                        it.state(),
                                                                        it.overdue(),
                                                                        it.slippageDays(),
                                                                        it.earlyOn(),
                                                                        it.critical(),
                                                                        it.waitsFor()))));
    }
}
