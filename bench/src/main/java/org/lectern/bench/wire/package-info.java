/**
 * Speaks HTTP/1.1 over connections that stay open and cost next to nothing: in go request bytes, out come answers. Enter through
 * {@link org.lectern.bench.wire.Wire}. For load only; what is measured uses real clients.
 */
package org.lectern.bench.wire;
