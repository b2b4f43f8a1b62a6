/**
 * Our own key pairs, for all nodes in one table, their private halves sealed. In comes the time and an operator's word; out go the key
 * set for platforms at {@code /lti/jwks} and, as {@link org.lectern.lti.keys.Signer}, signatures of whichever key is active. Promise:
 * a change is made by one node and seen by all within seconds; no private half is ever shown.
 */
package org.lectern.gateway.keys;
