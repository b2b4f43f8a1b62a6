package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/**
 * Rows as one array per column, for {@code unnest}. Arrays of the very type travel in binary; as {@code Object[]} the driver would
 * write them out as text, and the server read them again. For one thread.
 */
record Columns<T>(Connection connection, PreparedStatement statement, Collection<T> rows) {

    void texts(int at, Function<T, String> value) throws SQLException {
        set(at, "text", rows.stream().map(value).toArray(String[]::new));
    }

    void uuids(int at, Function<T, UUID> value) throws SQLException {
        set(at, "uuid", rows.stream().map(value).toArray(UUID[]::new));
    }

    void ints(int at, Function<T, Integer> value) throws SQLException {
        set(at, "int4", rows.stream().map(value).toArray(Integer[]::new));
    }

    void longs(int at, Function<T, Long> value) throws SQLException {
        set(at, "int8", rows.stream().map(value).toArray(Long[]::new));
    }

    void flags(int at, Function<T, Boolean> value) throws SQLException {
        set(at, "bool", rows.stream().map(value).toArray(Boolean[]::new));
    }

    /** A row's {@code xmin}: the number of the transaction that wrote it, as the 32 bits it is. */
    static int version(ResultSet row, int at) throws SQLException {
        return Integer.parseUnsignedInt(row.getString(at));
    }

    private void set(int at, String type, Object[] values) throws SQLException {
        statement.setArray(at, connection.createArrayOf(type, values));
    }
}
