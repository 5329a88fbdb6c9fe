package locality.intervention.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Contracts as a spreadsheet: a row for each item of their scope, or one for a contract without.
final class ContractCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "title",
                    "kind",
                    "state",
                    "beginsOn",
                    "endsOn",
                    "item",
                    "itemTitle",
                    "itemKind",
                    "intervention",
                    "itemState",
                    "since",
                    "reason");

    private ContractCsv() {}

    static String write(List<ContractView> contracts) {
        return Csv.write(COLUMNS, contracts.stream().flatMap(ContractCsv::rows).toList());
    }

    private static Stream<List<@Nullable Object>> rows(ContractView contract) {
        return contract.scope().isEmpty()
                ? Stream.of(row(contract, Arrays.asList(new Object[7])))
                : contract.scope().stream()
                        .map(
                                item ->
                                        row(
                                                contract,
                                                Arrays.asList(
                                                        item.reference(),
                                                        item.title(),
                                                        item.kind(),
                                                        item.intervention(),
                                                        item.state(),
                                                        item.since(),
                                                        item.reason())));
    }

    private static List<@Nullable Object> row(ContractView contract, List<@Nullable Object> item) {
        return Stream.concat(
                        Arrays.<@Nullable Object>asList(
                                contract.reference(),
                                contract.title(),
                                contract.kind(),
                                contract.state(),
                                contract.beginsOn(),
                                contract.endsOn())
                                .stream(),
                        item.stream())
                .toList();
    }
}
