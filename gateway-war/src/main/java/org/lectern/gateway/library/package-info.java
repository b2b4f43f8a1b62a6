/**
 * The videos: those declared by file and the institution's own. Knows their activity ids, hands out their files by range requests under short-lived
 * signed links, and shows the course's gallery. Enter through {@link org.lectern.gateway.library.Library}.
 */
package org.lectern.gateway.library;
