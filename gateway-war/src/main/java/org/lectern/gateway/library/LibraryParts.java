package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.secret.MasterKey;

/** Hands out the library's parts to CDI, each made once. */
@ApplicationScoped
public class LibraryParts {

    @Produces
    @Singleton
    BaseUrl baseUrl(GatewaySettings settings) {
        return new BaseUrl(settings.baseUrl());
    }

    @Produces
    @Singleton
    MediaLinks links(MasterKey masterKey, Config config, Clock clock) {
        return new MediaLinks(masterKey, LibrarySettings.of(config).linkLifetime(), clock);
    }
}
