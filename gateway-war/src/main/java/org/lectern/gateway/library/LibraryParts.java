package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.setting.Settings;

/** Hands out the library's parts to CDI, each made once. */
@ApplicationScoped
public class LibraryParts {

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        LibrarySettings.collect(settings);
        EmbeddedPlayers.collect(settings);
    }

    @Produces
    @Singleton
    BaseUrl baseUrl(GatewaySettings settings) {
        return new BaseUrl(settings.baseUrl());
    }

    @Produces
    @Singleton
    MediaLinks links(MasterKey masterKey, Config config, Clock clock) {
        return new MediaLinks(masterKey, LibrarySettings.read(config).linkLifetime(), clock);
    }

    @Produces
    @Singleton
    EmbeddedPlayers embeddedPlayers(Config config) {
        return EmbeddedPlayers.read(config);
    }
}
