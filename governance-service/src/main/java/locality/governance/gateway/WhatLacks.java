package locality.governance.gateway;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.assessment.Standings.Named;
import locality.governance.assessment.Standings.Standing;
import org.jspecify.annotations.Nullable;

/// What a gateway lacks to pass on a day: the gateway before it passed, all due diligence rated and
/// agreed, nothing Red but what a condition of the day that is still to be met covers, an approval
/// in effect, and nothing that was to go over earlier.
record WhatLacks(Gateway gateway, LocalDate on) {

    List<Lack> of(Readiness readiness) {
        return Stream.of(
                        ofPrevious(readiness.previous()),
                        ofDueDiligence(readiness.dueDiligence()),
                        ofApproval(readiness.approval()),
                        ofScope())
                .flatMap(lacks -> lacks)
                .toList();
    }

    private static Stream<Lack> ofPrevious(Readiness.@Nullable Previous previous) {
        return previous == null || previous.passed()
                ? Stream.empty()
                : lack(
                        Lack.Code.PREVIOUS_NOT_PASSED,
                        "%s, the gateway before it, is %s"
                                .formatted(previous.reference(), previous.state()));
    }

    private Stream<Lack> ofDueDiligence(@Nullable Standing standing) {
        if (standing == null) {
            return lack(Lack.Code.NO_DUE_DILIGENCE, "No assessment on record is its due diligence");
        }
        return Stream.concat(ofOpen(standing), ofRed(standing));
    }

    /// What is not agreed yet may still be rated otherwise.
    private Stream<Lack> ofOpen(Standing standing) {
        var open =
                Stream.concat(standing.unrated().stream(), standing.open().stream())
                        .distinct()
                        .map(WhatLacks::inWords)
                        .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            return lack(
                    Lack.Code.DUE_DILIGENCE_OPEN,
                    "Of %s is not rated, or not agreed: %s".formatted(standing.reference(), open));
        }
        return standing.isAgreed()
                ? Stream.empty()
                : lack(
                        Lack.Code.DUE_DILIGENCE_OPEN,
                        "%s is %s on %s and not agreed"
                                .formatted(standing.reference(), standing.state(), on));
    }

    /// As in `3.7 Capital costs`.
    private static String inWords(Named criterion) {
        return "%s %s".formatted(criterion.code(), criterion.title());
    }

    private Stream<Lack> ofRed(Standing standing) {
        return standing.red().stream()
                .filter(criterion -> !isCovered(criterion, standing))
                .flatMap(
                        criterion ->
                                lack(
                                        Lack.Code.RED_NOT_COVERED,
                                        "%s is Red in %s, and no condition with a date covers it"
                                                .formatted(
                                                        inWords(criterion), standing.reference())));
    }

    private boolean isCovered(Named criterion, Standing standing) {
        return gateway.conditions.stream()
                .anyMatch(condition -> condition.coversOn(on, standing.id(), criterion.code()));
    }

    private Stream<Lack> ofApproval(Readiness.@Nullable Approval approval) {
        return approval != null
                ? Stream.empty()
                : lack(
                        Lack.Code.NO_APPROVAL,
                        "No approval of gateway %s is in effect on %s"
                                .formatted(gateway.reference, on));
    }

    private Stream<Lack> ofScope() {
        return gateway.items.stream()
                .filter(item -> item.state() == ScopeState.PROPOSED)
                .filter(item -> item.transfersOn().isBefore(on))
                .flatMap(
                        item ->
                                lack(
                                        Lack.Code.TRANSFER_BEFORE_PASSING,
                                        "%s would go over on %s, before the gateway is passed on %s"
                                                .formatted(
                                                        item.reference(), item.transfersOn(), on)));
    }

    private static Stream<Lack> lack(Lack.Code code, String detail) {
        return Stream.of(new Lack(code, detail));
    }
}
