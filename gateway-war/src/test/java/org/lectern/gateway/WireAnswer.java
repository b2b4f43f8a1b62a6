package org.lectern.gateway;

import java.util.List;
import java.util.Locale;

/**
 * An HTTP answer as it came.
 *
 * @param status the number
 * @param headers header lines in lower case
 * @param body the rest, chunk sizes included
 */
record WireAnswer(int status, List<String> headers, String body) {

    static WireAnswer of(String heard) {
        int end = heard.indexOf("\r\n\r\n");
        if (end < 0 || !heard.startsWith("HTTP/")) {
            throw new IllegalStateException("not HTTP: '" + heard + "'");
        }
        List<String> head = heard.substring(0, end).lines().toList();
        return new WireAnswer(
                Integer.parseInt(head.get(0).split(" ")[1]),
                head.stream().skip(1).map(line -> line.toLowerCase(Locale.ROOT)).toList(),
                heard.substring(end + 4));
    }

    boolean isProblem() {
        return headers.stream().anyMatch(line -> line.startsWith("content-type: application/problem+json"))
                && body.contains("urn:lectern:problem:");
    }

    boolean isPage() {
        return headers.stream().anyMatch(line -> line.startsWith("content-type: text/html"))
                && headers.stream().anyMatch(line -> line.startsWith("content-security-policy:"));
    }

    /** Whether the server, not the gateway, speaks, or tells what it is made of. */
    boolean betraysTheServer() {
        return headers.stream().anyMatch(line -> line.matches("(server|x-powered-by|x-frame-options):.*"))
                || body.matches("(?is).*(payara|glassfish|grizzly|jersey|java\\.|org\\.lectern|exception).*");
    }
}
