package org.lectern.gateway.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.Optional;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.secret.UnusableKey;
import org.lectern.config.setting.WrongSetting;
import org.lectern.config.source.UnreadableFile;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.gateway.database.Database;
import org.lectern.gateway.database.DatabaseUnusable;

/** The first thing to run: brings up settings, data folder and database before any other room's start observer. */
@ApplicationScoped
public class Start {

    /** For the start observers of other rooms: after this room's. */
    public static final int ROOMS = Interceptor.Priority.APPLICATION;

    private static final System.Logger LOG = System.getLogger(Start.class.getName());
    private static final int CONFIGURATION_ERROR = 78; // EX_CONFIG of sysexits

    private final Settled settled;
    private final Instance<GatewaySettings> settings;
    private final Instance<DeclaredTenants> tenants;
    private final Database database;
    private Optional<DataFolder> folder = Optional.empty();
    private volatile boolean up;

    @Inject
    Start(Settled settled, Instance<GatewaySettings> settings, Instance<DeclaredTenants> tenants, Database database) {
        this.settled = settled;
        this.settings = settings;
        this.tenants = tenants;
        this.database = database;
    }

    protected Start() {
        this(null, null, null, null);
    }

    void begin(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE)
                    Object event) {
        try {
            settled.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
            folder = Optional.of(DataFolder.hold(settings.get().dataFolder()));
            database.jdbi().useHandle(handle -> handle.execute("select 1"));
            up = true;
            LOG.log(
                    System.Logger.Level.INFO,
                    "started tenants=" + tenants.get().all().size() + " base-url="
                            + settings.get().baseUrl());
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    // Not in @PreDestroy: by then the server has closed the application's class loader.
    void end(
            @Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_AFTER)
                    Object event)
            throws IOException {
        if (up) {
            up = false;
            database.close();
        }
        if (folder.isPresent()) {
            folder.get().close();
        }
    }

    /** Whether everything needed to accept actions is there. */
    public boolean up() {
        return up;
    }

    /** Without these there is nothing to serve; the server would go on with error pages, so the process ends. */
    private static void giveUp(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !named(cause)) {
            cause = cause.getCause();
        }
        if (named(cause)) {
            cause.getMessage().lines().forEach(line -> LOG.log(System.Logger.Level.ERROR, "cannot start: " + line));
        } else {
            LOG.log(System.Logger.Level.ERROR, "cannot start", failure);
        }
        Runtime.getRuntime().halt(CONFIGURATION_ERROR);
    }

    private static boolean named(Throwable cause) {
        return cause instanceof WrongSetting
                || cause instanceof UnreadableFile
                || cause instanceof UnusableKey
                || cause instanceof CannotStart
                || cause instanceof DatabaseUnusable;
    }
}
