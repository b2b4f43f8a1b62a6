/**
 * From facts to learner actions. In come the facts that a page reports about one load of the player; out go an answer once they are
 * committed, and the actions that follow from them by the rules of vocabulary §1.5 and §1.6. Enter through
 * {@link org.lectern.gateway.playback.FactsEndpoint}; {@link org.lectern.gateway.playback.Playback} is the state machine. What was
 * answered 202 is never lost, and saying it again changes nothing.
 */
package org.lectern.gateway.playback;
