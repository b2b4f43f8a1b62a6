/**
 * Kills the gateway again and again while viewers report and record stores misbehave, then compares what was accepted with
 * what is stored. Enter through {@link org.lectern.bench.kill.KillLoop}. Finds what is missing, doubled, reordered or changed.
 */
package org.lectern.bench.kill;
