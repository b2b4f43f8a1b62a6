/**
 * Whether a token was signed by the tool it names. In comes a compact token, out come its claims, checked for algorithm,
 * key id and signature against the tool's published key set. The front door is
 * {@link org.lectern.playground.lms.signature.ToolSignatures}. An unknown key id makes it read the key set once more.
 */
package org.lectern.playground.lms.signature;
