/**
 * An institution's LRSs and other destinations: where they are, how we identify ourselves, what their answers mean. In comes a section of the
 * configuration, out go {@link org.lectern.config.lrs.Destination}s, made by {@link org.lectern.config.lrs.DestinationReader}.
 * Credentials are never printed.
 */
package org.lectern.config.lrs;
