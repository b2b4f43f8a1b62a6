package org.lectern.config.secret;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed text is kept; it opens nowhere else, so that no one's secret can be copied into another's row.
 *
 * @param owner a tenant's id, or {@code gateway} for the deployment's own
 * @param column table, column and, where there are several, the row
 */
public record Place(String owner, String column) {

    byte[] associatedData() {
        return (owner.length() + ":" + owner + column).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return column + " of " + owner;
    }
}
