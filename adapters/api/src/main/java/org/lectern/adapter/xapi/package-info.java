/**
 * xAPI values (1.0.3, and what 2.0 shares with it) that cannot be wrong, and their one way to bytes,
 * {@link org.lectern.adapter.xapi.StatementJson}. In come values from an adapter; out go the bytes that every LRS will see.
 */
package org.lectern.adapter.xapi;
