package org.lectern.gateway;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The JAX-RS application: every resource of every room, at the root of the server. */
@ApplicationPath("/")
public class Gateway extends Application {

    /** Without what Jersey does for every request and we never use: bean validation and the WADL description. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.beanValidation.disable.server", true, "jersey.config.server.wadl.disableWadl", true);
    }
}
