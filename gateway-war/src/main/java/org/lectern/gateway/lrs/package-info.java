/**
 * Speaks xAPI to institutions' Learning Record Stores. In come stored statements, whose bytes are sent as they are; out comes
 * what the store's answer means. Enter through {@link org.lectern.gateway.lrs.LrsClient}. Nothing here remembers anything
 * between two calls: what to do next is decided in {@code delivery}.
 */
package org.lectern.gateway.lrs;
