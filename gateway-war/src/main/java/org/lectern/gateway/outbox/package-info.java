/**
 * Keeps statements safe from the moment a learner acts until an LRS has them, and after that for the retention time. Enter
 * through {@link org.lectern.gateway.outbox.StatementOutbox}. What a committed transaction put here is delivered at least
 * once; the statement id makes a second delivery harmless. Delivery is handed what was committed, so that on a normal day nothing is
 * read back. Tenants never wait for each other.
 */
package org.lectern.gateway.outbox;
