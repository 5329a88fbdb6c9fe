package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.decision.ApprovalsInEffect;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

/// What waits at gateways: due diligence still open near the end of the block, the decision,
/// conditions to be met, what the contract refused, and what goes over although the decision ended.
@ApplicationScoped
class GatewaysWaiting implements WorklistSource {

    /// How many days before it is due a condition is told of **(default)**.
    private static final int DAYS_BEFORE_A_CONDITION = 30;

    private final Gateways gateways;
    private final ApprovalsInEffect approvals;

    GatewaysWaiting(Gateways gateways, ApprovalsInEffect approvals) {
        this.gateways = gateways;
        this.approvals = approvals;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var found = gateways.inPlaces(places, new Gateways.Wanted(on, null, null), "", Page.ALL);
        var ofThem = approvals.about(FindReadiness.SUBJECT, names(found));
        return found.stream()
                .flatMap(gateway -> rows(gateway, about(gateway, ofThem), on))
                .toList();
    }

    private static List<String> names(List<Gateway> gateways) {
        return gateways.stream()
                .filter(gateway -> gateway.last().state().hasPassed())
                .flatMap(gateway -> Stream.of(gateway.reference, gateway.id.toString()))
                .toList();
    }

    private static List<Decided> about(Gateway gateway, List<Decided> approvals) {
        return approvals.stream()
                .filter(
                        one ->
                                one.isAbout(
                                        FindReadiness.SUBJECT,
                                        gateway.reference,
                                        gateway.id.toString()))
                .toList();
    }

    /// @param approvals of the gateway, whether or not they are still in effect
    static Stream<WorklistRow> rows(Gateway gateway, List<Decided> approvals, LocalDate on) {
        boolean ended = gateway.isWithoutApproval(approvals, on);
        return Stream.of(
                        step(gateway, on),
                        conditions(gateway, on),
                        refused(gateway, ended),
                        ended ? ahead(gateway, on) : Stream.<WorklistRow>empty())
                .flatMap(rows -> rows);
    }

    private static Stream<WorklistRow> step(Gateway gateway, LocalDate on) {
        boolean near = !gateway.endsOn.isAfter(on.plusDays(DAYS_AHEAD));
        var state = gateway.on(on).orElseGet(gateway::last).state();
        return switch (state) {
            case PLANNED, NOT_PASSED, DEFERRED ->
                    near ? Stream.of(toStart(gateway, on)) : Stream.empty();
            case DUE_DILIGENCE -> near ? Stream.of(toSubmit(gateway, on)) : Stream.empty();
            case FOR_DECISION -> Stream.of(toDecide(gateway, on));
            case PASSED, PASSED_WITH_CONDITIONS, CLOSED -> Stream.empty();
        };
    }

    private static WorklistRow toStart(Gateway gateway, LocalDate on) {
        return due(
                WorklistKind.GATEWAY_TO_ASSESS,
                gateway,
                on,
                "Its block ends on %s: start its due diligence".formatted(gateway.endsOn),
                gateway.last().assessmentId() == null
                        ? ClearingCall.post(
                                path(gateway, "start-due-diligence"),
                                "assessment",
                                "The reference of the assessment")
                        : ClearingCall.post(path(gateway, "start-due-diligence")));
    }

    private static WorklistRow toSubmit(Gateway gateway, LocalDate on) {
        return due(
                WorklistKind.GATEWAY_TO_SUBMIT,
                gateway,
                on,
                "Its block ends on %s and its due diligence, %s, is still open: put it to the body"
                                .formatted(gateway.endsOn, gateway.last().assessmentReference())
                        + " that decides once all of it is rated",
                ClearingCall.post(path(gateway, "submit")));
    }

    private static WorklistRow toDecide(Gateway gateway, LocalDate on) {
        return due(
                WorklistKind.GATEWAY_TO_DECIDE,
                gateway,
                on,
                "Waits for a decision about gateway %s: pass it once that is in effect"
                        .formatted(gateway.reference),
                ClearingCall.post(path(gateway, "pass")));
    }

    private static Stream<WorklistRow> conditions(Gateway gateway, LocalDate on) {
        return IntStream.range(0, gateway.conditions.size())
                .filter(i -> isDue(gateway.conditions.get(i), on))
                .mapToObj(i -> toMeet(gateway, i + 1, gateway.conditions.get(i), on));
    }

    private static boolean isDue(Condition condition, LocalDate on) {
        return !condition.agreedOn().isAfter(on)
                && !condition.isMetOn(on)
                && !condition.dueOn().isAfter(on.plusDays(DAYS_BEFORE_A_CONDITION));
    }

    private static WorklistRow toMeet(
            Gateway gateway, int number, Condition condition, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.GATEWAY_CONDITION_DUE,
                "%s/%d".formatted(gateway.reference, number),
                condition.text(),
                condition.dueOn(),
                on,
                at(gateway),
                "Is to be met by %s: record what shows that it was".formatted(condition.dueOn()),
                ClearingCall.post(
                        path(gateway, "conditions/%d/met".formatted(number)),
                        "evidence",
                        "What shows it"));
    }

    /// What is refused now, also before the day it was to go over on: by then it is too late.
    ///
    /// @param ended whether no approval lets it be handed over again
    private static Stream<WorklistRow> refused(Gateway gateway, boolean ended) {
        return gateway.items.stream()
                .filter(item -> item.state() == ScopeState.REFUSED)
                .map(item -> toSettle(gateway, item, item.steps().getLast(), ended));
    }

    private static WorklistRow toSettle(
            Gateway gateway, ScopeItem item, ScopeStep refusal, boolean ended) {
        return WorklistRow.waiting(
                WorklistKind.TRANSFER_REFUSED,
                name(gateway, item),
                item.title(),
                refusal.effectiveOn(),
                at(gateway),
                "Contract %s refused it: %s. %s"
                        .formatted(
                                gateway.contract,
                                refusal.reason(),
                                ended
                                        ? "Withdraw it: %s".formatted(noApproval(gateway))
                                        : "Hand it over again once that is put right, or withdraw"
                                                + " it"),
                ended
                        ? withdraw(gateway, item)
                        : ClearingCall.post(
                                path(gateway, "items/%s/retry".formatted(item.reference()))));
    }

    private static Stream<WorklistRow> ahead(Gateway gateway, LocalDate on) {
        return gateway.items.stream()
                .filter(item -> item.isToldAheadOf(on))
                .map(item -> toTakeBack(gateway, item, on));
    }

    private static WorklistRow toTakeBack(Gateway gateway, ScopeItem item, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.GATEWAY_DECISION_ENDED,
                name(gateway, item),
                item.title(),
                item.transfersOn().minusDays(1),
                on,
                at(gateway),
                "Goes over to %s on %s: withdraw it before that day, as %s"
                        .formatted(gateway.contract, item.transfersOn(), noApproval(gateway)),
                withdraw(gateway, item));
    }

    private static String noApproval(Gateway gateway) {
        return "decision %s, which passed gateway %s, is no longer in effect"
                .formatted(gateway.last().decisionReference(), gateway.reference);
    }

    private static ClearingCall withdraw(Gateway gateway, ScopeItem item) {
        return ClearingCall.post(
                path(gateway, "items/%s/withdraw".formatted(item.reference())),
                "reason",
                "The decision that passed it is no longer in effect");
    }

    private static String name(Gateway gateway, ScopeItem item) {
        return "%s/%s".formatted(gateway.reference, item.reference());
    }

    private static WorklistRow due(
            WorklistKind kind, Gateway gateway, LocalDate on, String inWords, ClearingCall clear) {
        return WorklistRow.due(
                kind,
                gateway.reference,
                "Gateway %d of %s".formatted(gateway.number, gateway.contract),
                gateway.endsOn,
                on,
                at(gateway),
                inWords,
                clear);
    }

    private static WorklistRow.Place at(Gateway gateway) {
        return new WorklistRow.Place(gateway.locality, null, Roles.GOVERNANCE);
    }

    private static String path(Gateway gateway, String verb) {
        return "/gateways/%s/%s".formatted(gateway.reference, verb);
    }
}
