package org.lectern.config.tenant;

import java.util.regex.Pattern;

/**
 * An institution's id as written in the configuration; part of every row, query and log line about it.
 *
 * @param value lower-case letters, digits and hyphens, beginning with a letter, at most 40 characters
 */
public record TenantId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public TenantId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant id is 1 to 40 lower-case letters, digits and hyphens,"
                    + " beginning with a letter, found '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
