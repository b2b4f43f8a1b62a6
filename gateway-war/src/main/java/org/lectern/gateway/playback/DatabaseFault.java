package org.lectern.gateway.playback;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What a failed transaction means, by its SQLSTATE (PostgreSQL appendix A). */
enum DatabaseFault {
    /** Two transactions got into each other's way; the same again will do. */
    CONFLICT,
    /** The database cannot be written to just now. */
    AWAY,
    /** Something about this very transaction. */
    OTHER;

    static DatabaseFault of(Throwable failure) {
        Optional<SQLException> sql = cause(failure);
        if (sql.isEmpty()) {
            return OTHER;
        }
        String state = Optional.ofNullable(sql.get().getSQLState()).orElse("");
        if (state.equals("40001") || state.equals("40P01")) {
            return CONFLICT;
        }
        // 08 connection, 53 resources, 57P admin shutdown and restart, 58 system (disk), 25006 read-only after a
        // failover
        boolean away = sql.get() instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.equals("25006");
        return away ? AWAY : OTHER;
    }

    private static Optional<SQLException> cause(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
