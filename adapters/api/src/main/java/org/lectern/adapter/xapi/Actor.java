package org.lectern.adapter.xapi;

import java.util.Optional;

/**
 * An xAPI Agent: exactly one identifier, by construction (xAPI Data §4.1.2.1). The name, if any, identifies nobody.
 *
 * @param name for people; empty when the institution's policy keeps names out
 * @param identity the one identifier
 */
public record Actor(Optional<String> name, ActorIdentity identity) {}
