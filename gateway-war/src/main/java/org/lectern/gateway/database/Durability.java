package org.lectern.gateway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Refuses a server on which a commit would not survive a power cut (PostgreSQL manual, "Reliability and the Write-Ahead Log"). */
final class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private Durability() {}

    /** @throws DatabaseUnusable naming the setting that is off */
    static void demand(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                String value = show(statement, setting);
                if (value.equals("off")) {
                    throw new DatabaseUnusable("the database has " + setting + "=" + value
                            + ", so an accepted action could be lost in a power cut; switch it on and start again");
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable("the database does not answer: " + e.getMessage(), e);
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
