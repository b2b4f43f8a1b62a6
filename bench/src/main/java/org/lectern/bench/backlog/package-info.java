/**
 * Measures acceptance, memory and recovery while a very long queue waits for a record store that is down. Enter through
 * {@link org.lectern.bench.backlog.LongQueue}.
 */
package org.lectern.bench.backlog;
