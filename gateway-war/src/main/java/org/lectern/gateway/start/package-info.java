/**
 * From a configuration to a running gateway, in order: settings, data folder, database, then everything else. What makes a start
 * impossible ends the process with sentences a person can act on; nothing half-started stays behind. {@link Rounds} is for what comes
 * round from then on.
 */
package org.lectern.gateway.start;
