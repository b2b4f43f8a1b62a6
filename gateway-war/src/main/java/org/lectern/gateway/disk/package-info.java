/**
 * Watches the free space of the data folder while the database lives there. In comes what the file system says, out goes whether
 * new facts may be accepted: mark a resource with {@link org.lectern.gateway.disk.NeedsRoom}. A full disk never loses what was accepted:
 * browsers keep what is not taken, and are asked to come again.
 */
package org.lectern.gateway.disk;
