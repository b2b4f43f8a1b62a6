package org.lectern.gateway.library;

import org.lectern.gateway.start.GivenSettings;

/** The players of other companies, where they are when nothing is set. */
public final class GivenPlayers {

    public static final EmbeddedPlayers PUBLIC = EmbeddedPlayers.read(GivenSettings.of());

    private GivenPlayers() {}
}
