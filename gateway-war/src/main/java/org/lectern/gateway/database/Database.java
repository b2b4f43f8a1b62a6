package org.lectern.gateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.gateway.GatewaySettings;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings up the database before anything else asks for it, brings its schema up to date, and closes it last. Every room that
 * keeps something injects {@link Jdbi}. Safe for any thread.
 */
@ApplicationScoped
public class Database {

    private static final int CONNECTIONS = 24;
    /** Bytes. A group of statements goes to the server in a few writes; by the driver's 8 KiB it woke it up seventy times. */
    private static final int SEND_BUFFER = 128 * 1024;

    private final GatewaySettings settings;
    private Optional<EmbeddedDatabase> embedded = Optional.empty();
    private HikariDataSource pool;
    private Jdbi jdbi;

    @Inject
    public Database(GatewaySettings settings) {
        this.settings = settings;
    }

    protected Database() {
        this(null);
    }

    @PostConstruct
    void open() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("lectern");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(30_000);
        // Statement bytes in binary from the first use on; as text they would travel in hexadecimal, twice their size.
        config.addDataSourceProperty("prepareThreshold", "-1");
        config.addDataSourceProperty("maxSendBufferSize", Integer.toString(SEND_BUFFER));
        if (settings.dbUrl().isPresent()) {
            config.setJdbcUrl(settings.dbUrl().get());
            settings.dbUser().ifPresent(config::setUsername);
            settings.dbPassword().ifPresent(config::setPassword);
            config.setDriverClassName("org.postgresql.Driver");
        } else {
            EmbeddedDatabase own = new EmbeddedDatabase(settings.dataFolder(), binaries());
            PGSimpleDataSource source = own.start();
            source.setPrepareThreshold(-1);
            source.setMaxSendBufferSize(SEND_BUFFER);
            embedded = Optional.of(own);
            config.setDataSource(source);
        }
        pool = new HikariDataSource(config);
        Durability.demand(pool);
        migrate();
        jdbi = Jdbi.create(pool);
    }

    private void migrate() {
        try {
            Flyway.configure(getClass().getClassLoader())
                    .dataSource(pool)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnusable("the schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private static Path binaries() {
        String jar = System.getProperty("lectern.postgres.binaries", "");
        if (jar.isBlank()) {
            throw new DatabaseUnusable(
                    "no database: set lectern.db.url, or start with ./lectern, which brings an embedded one");
        }
        return Path.of(jar);
    }

    /** The one way to the database; cheap to call, safe for any thread. */
    @Produces
    @Dependent
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Closes the pool, then stops the embedded server. To be called once, when nothing needs the database any more. */
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
