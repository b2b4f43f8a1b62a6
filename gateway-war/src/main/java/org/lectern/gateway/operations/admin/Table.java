package org.lectern.gateway.operations.admin;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns under headings. Pure.
 *
 * @param columns from left to right
 */
record Table(List<Column> columns) {

    private static final String GAP = "  ";

    /**
     * @param heading in capitals
     * @param cell what of a row stands there
     * @param number whether it is aligned to the right
     */
    record Column(String heading, Function<JsonObject, String> cell, boolean number) {}

    static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /** The lines, heading first; nothing ends with blanks. */
    List<String> lines(List<JsonObject> rows) {
        List<List<String>> cells = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> Words.cell(column.cell().apply(row)))
                        .toList())
                .collect(Collectors.toList());
        cells.add(0, columns.stream().map(Column::heading).toList());
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return cells.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(
                        row.get(column), widths[column], columns.get(column).number()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean number) {
        String blanks = " ".repeat(width - cell.length());
        return number ? blanks + cell : cell + blanks;
    }
}
