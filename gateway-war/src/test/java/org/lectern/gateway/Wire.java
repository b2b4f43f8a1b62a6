package org.lectern.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by the byte: what a well-behaved client library would never send. One connection per request. */
final class Wire {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;

    Wire(URI server) {
        this.server = server;
    }

    WireAnswer get(String target) {
        return ask("GET", target, "", "");
    }

    /** @param headers complete lines, each with its line end; Host, Connection and Content-Length are added */
    WireAnswer ask(String method, String target, String headers, String body) {
        String length = body.isEmpty() && method.equals("GET")
                ? ""
                : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        return say(method + " " + target + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n"
                + length + headers + "\r\n" + body);
    }

    /** What comes back for these very bytes, until the server closes the connection. */
    WireAnswer say(String bytes) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(bytes.getBytes(StandardCharsets.UTF_8));
                out.flush();
                socket.getInputStream().transferTo(heard);
            } catch (SocketException e) {
                // A server may answer and hang up before it has read everything; what it said counts.
                if (heard.size() == 0) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no answer to " + bytes.lines().findFirst().orElse(""), e);
        }
        return WireAnswer.of(heard.toString(StandardCharsets.UTF_8));
    }
}
