package org.lectern.gateway.library;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row of {@code video}.
 *
 * @param video the entry
 * @param created when it entered the library
 * @param changed when its words or its state changed last
 * @param deleted since when it is deleted, if it is
 */
public record VideoRow(Video video, Instant created, Instant changed, Optional<Instant> deleted) {

    static final RowMapper<VideoRow> MAPPER = VideoRow::read;

    private static final int MILLIS = 3;

    private static VideoRow read(ResultSet row, StatementContext context) throws SQLException {
        long millis = row.getLong("duration_ms");
        Optional<BigDecimal> duration =
                row.wasNull() ? Optional.empty() : Optional.of(BigDecimal.valueOf(millis, MILLIS));
        Video video = new Video(
                row.getString("id"),
                row.getString("title"),
                row.getString("description"),
                texts(row.getArray("tags")),
                Video.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.of(row.getString("owner")),
                duration,
                Optional.ofNullable(row.getString("language")),
                Optional.<String>ofNullable(row.getString("poster")).map(Poster.Stored::new),
                SourceJson.read(row.getString("source")));
        return new VideoRow(
                video, time(row, "created").orElseThrow(), time(row, "changed").orElseThrow(), time(row, "deleted"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
