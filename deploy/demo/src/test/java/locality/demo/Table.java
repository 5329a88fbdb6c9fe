package locality.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A CSV file of the demo as rows by column name. Cells may be quoted, none spans lines.
record Table(List<Map<String, String>> rows) {

    static Table of(String file) {
        return parsed(DemoData.text(file));
    }

    static Table parsed(String csv) {
        var lines = csv.lines().toList();
        var header = cells(lines.getFirst());
        return new Table(lines.stream().skip(1).map(line -> row(header, cells(line))).toList());
    }

    Stream<Map<String, String>> where(String column, String value) {
        return rows.stream().filter(row -> value.equals(row.get(column)));
    }

    static long whole(Map<String, String> row, String column) {
        return Long.parseLong(row.getOrDefault(column, ""));
    }

    static boolean isTotal(Map<String, String> row) {
        return row.containsValue("TOTAL");
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        if (header.size() != cells.size()) {
            throw new IllegalArgumentException(cells + " does not fit " + header);
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
