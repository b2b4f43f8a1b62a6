package org.lectern.gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Who may talk to the embedded server: a new one trusts every local user, so the first start gives it a password, kept beside
 * the data with mode 600, and closes the door.
 */
final class LoopbackAccess {

    private static final String USER = "postgres";

    private final Path passwordFile;
    private final Path rules;

    LoopbackAccess(Path passwordFile, Path rules) {
        this.passwordFile = passwordFile;
        this.rules = rules;
    }

    /** The password, made on first use. */
    String password() throws IOException {
        if (!Files.exists(passwordFile)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Files.createDirectories(passwordFile.getParent());
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, HexFormat.of().formatHex(random));
        }
        return Files.readString(passwordFile).strip();
    }

    /** How to reach the server on this port. */
    PGSimpleDataSource source(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(USER);
        source.setConnectTimeout(5);
        try {
            source.setPassword(password());
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "cannot read " + passwordFile + ", which holds the embedded database's password", e);
        }
        return source;
    }

    /** Sets the password on a server that trusts everybody, then makes it ask for it. */
    void close(PGSimpleDataSource server) throws SQLException, IOException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set password_encryption = 'scram-sha-256'");
            statement.execute("alter role " + USER + " password '" + password() + "'");
            Files.writeString(rules, "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }
}
