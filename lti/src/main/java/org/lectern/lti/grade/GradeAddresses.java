package org.lectern.lti.grade;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses below and beside a platform's: its own query stays where it belongs. Pure. */
final class GradeAddresses {

    private GradeAddresses() {}

    /** {@code …/lineitem?type_id=2} and {@code scores} make {@code …/lineitem/scores?type_id=2} (AGS 2.0 §3.4.1). */
    static URI below(URI item, String step) {
        String[] parts = item.toString().split("\\?", 2);
        String path = parts[0].endsWith("/") ? parts[0] : parts[0] + "/";
        return URI.create(path + step + (parts.length > 1 ? "?" + parts[1] : ""));
    }

    static URI with(URI address, String name, String value) {
        String joined =
                address.getRawQuery() == null ? "?" : address.getRawQuery().isEmpty() ? "" : "&";
        return URI.create(address + joined + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
