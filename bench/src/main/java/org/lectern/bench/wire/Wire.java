package org.lectern.bench.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection that is kept open, nothing more: the load shares its two cores with what it measures, and every library
 * costs several times as much per request. For one thread.
 */
public final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER = 8_192;
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final int port;
    private Socket socket;
    private InputStream in;
    private long used;

    /** Connects with the first request, and again after an error. */
    public Wire(int port) {
        this.port = port;
    }

    /**
     * Sends a whole request, head and body, and reads the whole answer. A connection that had been idle for long may be gone:
     * then once more on a new one, as browsers do.
     *
     * @throws IOException when there is none; the connection is closed then
     */
    public Answer send(byte[] request) throws IOException {
        boolean reused = socket != null && System.nanoTime() - used > IDLE_NANOS;
        try {
            return once(request);
        } catch (IOException e) {
            if (!reused) {
                throw e;
            }
            return once(request);
        }
    }

    private Answer once(byte[] request) throws IOException {
        try {
            if (socket == null) {
                connect();
            }
            used = System.nanoTime();
            socket.getOutputStream().write(request);
            Answer answer = read();
            if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private Answer read() throws IOException {
        String head = head();
        Answer bare = new Answer(head, new byte[0]);
        if (bare.header("Transfer-Encoding").isPresent()) {
            return new Answer(head, chunks());
        }
        int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
        return length == 0 ? bare : new Answer(head, exactly(length));
    }

    /** Status line and headers, each ended by a line feed. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder(512);
        int lineBegin = 0;
        for (int b = in.read(); ; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended within an answer");
            } else if (b == '\n') {
                if (head.length() == lineBegin) {
                    return head.toString();
                }
                head.append('\n');
                lineBegin = head.length();
            } else if (b != '\r') {
                head.append((char) b);
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended within an answer");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    @Override
    public void close() {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException ignored) {
            // Closed is what we wanted.
            in = null;
        }
        socket = null;
    }

    /** A request with a body. */
    public static byte[] post(int port, String path, String contentType, String more, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: " + contentType
                        + "\r\n" + more + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** A request without one. */
    public static byte[] get(int port, String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
