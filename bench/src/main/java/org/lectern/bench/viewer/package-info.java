/**
 * Sends facts as the player page does, over connections that cost as little as can be, since load and gateway share a machine.
 * Enter through {@link org.lectern.bench.viewer.Viewer}; through a 202 it knows what was accepted.
 */
package org.lectern.bench.viewer;
