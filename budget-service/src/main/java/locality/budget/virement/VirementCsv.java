package locality.budget.virement;

import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;

/// Virements as a spreadsheet holds them: one row for each line that gives or gets.
final class VirementCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "state",
                    "effectiveOn",
                    "line",
                    "amountPence",
                    "reason",
                    "decider",
                    "functions",
                    "decisionId",
                    "delegationId",
                    "forNoting",
                    "warnings",
                    "endedBecause");
    private static final List<String> OF_LINES =
            List.of(
                    "reference",
                    "plannedPence",
                    "currentPence",
                    "givenPence",
                    "gotPence",
                    "givenWaitingPence",
                    "gotWaitingPence");

    private VirementCsv() {}

    static String write(List<Virement> virements) {
        return Csv.write(
                COLUMNS,
                virements.stream()
                        .flatMap(virement -> virement.moves.stream().map(m -> cells(virement, m)))
                        .toList());
    }

    static String writeUsage(List<Virements.Usage> lines) {
        return Csv.write(
                OF_LINES,
                lines.stream()
                        .map(
                                line ->
                                        List.of(
                                                line.reference(),
                                                line.plannedPence().value(),
                                                line.currentPence().value(),
                                                line.givenPence().value(),
                                                line.gotPence().value(),
                                                line.givenWaitingPence().value(),
                                                line.gotWaitingPence().value()))
                        .toList());
    }

    private static List<Object> cells(Virement virement, Move move) {
        return Arrays.asList(
                virement.reference,
                virement.version,
                virement.state,
                virement.effectiveOn,
                move.line(),
                move.amountPence().value(),
                virement.reason,
                virement.tier.decider(),
                String.join(";", virement.tier.functions()),
                virement.decisionId,
                virement.delegationId,
                virement.isForNoting(),
                String.join(";", virement.warnings),
                virement.endedBecause);
    }
}
