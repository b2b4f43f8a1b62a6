package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.lectern.gateway.library.WatchedSoFar;

/** What was seen, from a row of {@code attempt}. Pure. */
final class SeenRow {

    /** Milliseconds from either end within which going on where one stopped is no help. */
    private static final long NEAR = 3_000;

    private SeenRow() {}

    /** Of the columns {@code segments}, {@code position_ms} and {@code length_ms}. */
    static WatchedSoFar.Progress progress(ResultSet row) throws SQLException {
        Segments segments = Segments.parse(row.getString("segments"));
        long position = row.getLong("position_ms");
        OptionalLong known = length(row);
        boolean between = position > NEAR && (known.isEmpty() || position < known.getAsLong() - NEAR);
        return new WatchedSoFar.Progress(
                between ? Optional.of(seconds(position)) : Optional.empty(),
                segments.merged().stream()
                        .map(part -> new WatchedSoFar.Part(seconds(part.from()), seconds(part.to())))
                        .toList(),
                Share.of(segments, known).progress());
    }

    static OptionalLong length(ResultSet row) throws SQLException {
        long length = row.getLong("length_ms");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(length);
    }

    static BigDecimal seconds(long milliseconds) {
        return BigDecimal.valueOf(milliseconds, 3);
    }
}
