/**
 * Measures throughput, memory and idle cost, each beside the raw limit of the same machine in the same minute. Enter through
 * {@link org.lectern.bench.speed.Speed}.
 */
package org.lectern.bench.speed;
