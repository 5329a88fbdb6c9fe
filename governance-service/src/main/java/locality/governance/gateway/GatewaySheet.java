package locality.governance.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Gateways as a spreadsheet: a row for each item and each condition, or one for a gateway that has
/// neither.
final class GatewaySheet {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "contract",
                    "number",
                    "beginsOn",
                    "endsOn",
                    "state",
                    "since",
                    "dueDiligence",
                    "decision",
                    "item",
                    "kind",
                    "intervention",
                    "transfersOn",
                    "itemState",
                    "condition",
                    "text",
                    "dueOn",
                    "covers",
                    "metOn",
                    "evidence",
                    "overdue");

    private GatewaySheet() {}

    static String write(List<GatewayView> gateways) {
        return Csv.write(COLUMNS, gateways.stream().flatMap(GatewaySheet::rows).toList());
    }

    private static Stream<List<@Nullable Object>> rows(GatewayView gateway) {
        if (gateway.items().isEmpty() && gateway.conditions().isEmpty()) {
            return Stream.of(row(gateway, null, null));
        }
        return Stream.concat(
                gateway.items().stream().map(item -> row(gateway, item, null)),
                gateway.conditions().stream().map(condition -> row(gateway, null, condition)));
    }

    private static List<@Nullable Object> row(
            GatewayView gateway,
            GatewayView.@Nullable ItemView item,
            GatewayView.@Nullable ConditionView condition) {
        return Stream.of(of(gateway), of(item), of(condition)).flatMap(List::stream).toList();
    }

    private static List<@Nullable Object> of(GatewayView gateway) {
        return Arrays.asList(
                gateway.reference(),
                gateway.contract(),
                gateway.number(),
                gateway.beginsOn(),
                gateway.endsOn(),
                gateway.state(),
                gateway.since(),
                gateway.dueDiligence(),
                gateway.decision());
    }

    private static List<@Nullable Object> of(GatewayView.@Nullable ItemView item) {
        return item == null
                ? Arrays.asList(null, null, null, null, null)
                : Arrays.asList(
                        item.reference(),
                        item.kind(),
                        item.intervention(),
                        item.transfersOn(),
                        item.state());
    }

    private static List<@Nullable Object> of(GatewayView.@Nullable ConditionView condition) {
        return condition == null
                ? Arrays.asList(null, null, null, null, null, null, null)
                : Arrays.asList(
                        condition.number(),
                        condition.text(),
                        condition.dueOn(),
                        condition.covers(),
                        condition.metOn(),
                        condition.evidence(),
                        condition.overdue());
    }
}
