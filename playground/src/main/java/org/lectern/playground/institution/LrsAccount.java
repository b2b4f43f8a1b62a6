package org.lectern.playground.institution;

import java.util.List;

/** A practice LRS, or a practice endpoint of another standard: the path segment it lives under, a name to show, and whom it lets in. */
public record LrsAccount(String path, String name, List<Credential> credentials) {
    public LrsAccount {
        credentials = List.copyOf(credentials);
    }

    /** The exact {@code Authorization} header value that opens the door. */
    public record Credential(String header) {
        @Override
        public String toString() {
            return "Credential[secret]";
        }
    }
}
