package org.lectern.gateway.upload;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.storage.Growth;

/**
 * A file on its way.
 *
 * @param tenant whose
 * @param id its id, the end of its address
 * @param owner learner key of whoever sends it
 * @param session the session that began it
 * @param state how far it is
 * @param title of the video that it becomes
 * @param mark what the page noted about its file
 * @param language spoken language, if told
 * @param duration seconds, if told
 * @param length how many bytes it is going to have
 * @param growth what of it is safe in storage
 * @param poster its picture in storage, if it came
 * @param media the video that it became
 * @param touched when something happened to it last
 */
record Upload(
        TenantId tenant,
        UUID id,
        String owner,
        UUID session,
        State state,
        String title,
        String mark,
        Optional<String> language,
        Optional<BigDecimal> duration,
        long length,
        Growth growth,
        Optional<String> poster,
        Optional<String> media,
        Instant touched) {

    /** How far it is. */
    enum State {
        /** Bytes are missing. */
        RECEIVING,
        /** All bytes are here; nobody has looked at them yet. */
        RECEIVED,
        /** It is a video of the library, or was one. */
        ADDED,
        /** It is being thrown away. */
        DROPPED
    }

    boolean whole() {
        return growth.bytes() == length;
    }

    /** The same, further on. */
    Upload at(Growth further) {
        return new Upload(
                tenant, id, owner, session, state, title, mark, language, duration, length, further, poster, media,
                touched);
    }

    static Upload of(ResultSet row) throws SQLException {
        long millis = row.getLong("duration_ms");
        return new Upload(
                new TenantId(row.getString("tenant")),
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getObject("session", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("mark"),
                Optional.ofNullable(row.getString("language")),
                millis == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(millis, 3)),
                row.getLong("length"),
                new Growth(row.getString("object"), row.getLong("received"), row.getString("memo")),
                Optional.ofNullable(row.getString("poster")),
                Optional.ofNullable(row.getString("media")),
                row.getObject("touched", OffsetDateTime.class).toInstant());
    }
}
