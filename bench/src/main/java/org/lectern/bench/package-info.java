/**
 * Measures the gateway from outside, as the process that {@code ./lectern serve} starts, against what the same machine can do
 * without it. In go options, out come small tables and an exit code: 0 when every threshold holds. Enter through {@link
 * org.lectern.bench.Bench}. All traffic stays on loopback; whatever is started is ended by its process id.
 */
package org.lectern.bench;
