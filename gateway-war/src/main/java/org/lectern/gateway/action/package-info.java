/**
 * The event bus between what a learner did and what a vocabulary says: fires each learner action on the CDI bus, once for
 * every vocabulary of the tenant, synchronously, and collects what the adapters put into the sink as outbox entries.
 * Enter through {@link org.lectern.gateway.action.ActionBus}, or through {@link org.lectern.gateway.action.ToldChanges} with a change and
 * what it tells, which then happen in one transaction.
 */
package org.lectern.gateway.action;
