/**
 * Stands in for the institutions' learning management systems: signs launches and walks through them as a browser would.
 * Enter through {@link org.lectern.bench.platform.StandInPlatform}. Gives a page's token for a launch.
 */
package org.lectern.bench.platform;
