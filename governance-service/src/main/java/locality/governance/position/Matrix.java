package locality.governance.position;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Localities by six topics: what is said for each by name, all ten to who reads all ten. An empty
/// cell is not stated; what is said for some of them stands apart and fills no cell.
@Schema(name = "PositionMatrix")
record Matrix(List<Topic> topics, List<Row> rows, List<Stated> some) {

    /// @param code of the locality
    @Schema(name = "PositionsOfLocality")
    record Row(String code, String name, Map<Topic, List<Stated>> cells) {}

    @Schema(name = "Position")
    record Stated(
            UUID id,
            Topic topic,
            Position.MadeFor madeFor,
            String statement,
            LocalDate statedOn,
            Provenance provenance) {

        static Stated of(Position one) {
            return new Stated(
                    one.id, one.topic, one.madeFor, one.statement, one.statedOn, one.provenance);
        }
    }

    /// @param readable the places the reader reads; of another it is not known here whether
    ///   anything is stated, and it has no row
    static Matrix of(List<Position> positions, Set<Locality> readable) {
        return new Matrix(
                List.of(Topic.values()),
                theTen().filter(readable::contains)
                        .map(locality -> row(locality, positions))
                        .toList(),
                positions.stream()
                        .filter(one -> one.madeFor == Position.MadeFor.SOME)
                        .map(Stated::of)
                        .toList());
    }

    List<String> columns() {
        var columns = new ArrayList<>(List.of("locality", "name"));
        topics.forEach(topic -> columns.add(topic.name()));
        return columns;
    }

    /// One row a locality, and last what is said for some.
    List<List<Object>> table() {
        var table = new ArrayList<List<Object>>();
        rows.forEach(row -> table.add(line(row.code, row.name, row.cells)));
        var byTopic = new EnumMap<Topic, List<Stated>>(Topic.class);
        topics.forEach(
                topic ->
                        byTopic.put(
                                topic, some.stream().filter(one -> one.topic == topic).toList()));
        table.add(line("", "Some, not named", byTopic));
        return table;
    }

    private List<Object> line(String code, String name, Map<Topic, List<Stated>> cells) {
        var line = new ArrayList<Object>(List.of(code, name));
        for (var topic : topics) {
            var said = cells.getOrDefault(topic, List.of()).stream().map(Stated::statement);
            line.add(String.join(" | ", said.toList()));
        }
        return line;
    }

    private static Row row(Locality locality, List<Position> positions) {
        return new Row(
                locality.code(),
                locality.displayName(),
                Arrays.stream(Topic.values())
                        .collect(
                                toMap(
                                        Function.identity(),
                                        topic -> cell(locality, topic, positions),
                                        (one, _) -> one,
                                        () -> new EnumMap<>(Topic.class))));
    }

    private static List<Stated> cell(Locality locality, Topic topic, List<Position> positions) {
        return positions.stream()
                .filter(one -> one.topic == topic && one.speaksFor(locality))
                .map(Stated::of)
                .toList();
    }

    private static Stream<Locality> theTen() {
        return Arrays.stream(Locality.values())
                .filter(locality -> locality != Locality.GREATER_MANCHESTER);
    }
}
