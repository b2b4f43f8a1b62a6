/**
 * Watches the free space of the data folder while the database lives there. In comes what the file system says, out goes whether
 * new facts may be accepted: ask {@link org.lectern.gateway.disk.DiskGuard#needRoom}. A full disk never loses what was accepted:
 * browsers keep what is not taken, and are asked to come again.
 */
package org.lectern.gateway.disk;
