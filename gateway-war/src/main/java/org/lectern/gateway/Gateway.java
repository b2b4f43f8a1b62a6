package org.lectern.gateway;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application: every resource of every room, at the root of the server. */
@ApplicationPath("/")
public class Gateway extends Application {}
