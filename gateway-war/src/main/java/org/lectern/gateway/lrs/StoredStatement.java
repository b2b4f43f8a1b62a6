package org.lectern.gateway.lrs;

import java.util.UUID;

/**
 * A statement as it lies in the outbox.
 *
 * @param id its xAPI id
 * @param body its JSON, UTF-8; sent byte for byte, every time the same
 */
public record StoredStatement(UUID id, byte[] body) {}
