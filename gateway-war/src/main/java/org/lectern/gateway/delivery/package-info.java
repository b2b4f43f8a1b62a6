/**
 * Takes statements from the outbox's lanes to their LRSs. In comes what a committed transaction put into a lane, out it goes in
 * order, at least once, with the same bytes every time; what an LRS will not take becomes a dead letter with its words. What this
 * node committed comes through memory, bounded; a backlog and other nodes' entries are read from the database, which alone says what is
 * settled. Enter through {@link org.lectern.gateway.delivery.DeliveryWorkers}; operators through {@code LaneCommands},
 * {@code DeadLetters} and {@code Replay}. Lanes never wait for each other; every breaker is a lane's own row.
 */
package org.lectern.gateway.delivery;
