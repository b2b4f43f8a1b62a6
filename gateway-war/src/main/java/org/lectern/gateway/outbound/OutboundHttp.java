package org.lectern.gateway.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.lectern.gateway.outbound.Unreachable.Kind;

/**
 * The guarded HTTP client (research A.8). Only https to public addresses, checked after name resolution and connected to as
 * checked, unless the operator allows private ones; no redirects, cookies, user-info or proxies from the environment; bounded
 * answers; a hard end to every call. Safe for any thread; blocks the calling one.
 */
@ApplicationScoped
public class OutboundHttp {

    private final OutboundSettings settings;
    private final CloseableHttpClient client;
    private final Deadlines deadlines;
    private final ExecutorService names;

    @Inject
    public OutboundHttp(OutboundSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    OutboundHttp(OutboundSettings settings, GuardedNames.Lookup lookup) {
        this.settings = settings;
        this.deadlines = new Deadlines();
        this.names = new ThreadPoolExecutor(0, 64, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), run -> {
            Thread thread = new Thread(run, "outbound-names");
            thread.setDaemon(true);
            return thread;
        });
        this.client = GuardedClient.build(settings, new GuardedNames(lookup, settings.allowPrivate(), names));
    }

    protected OutboundHttp() {
        this.settings = null;
        this.deadlines = null;
        this.names = null;
        this.client = null;
    }

    /**
     * Fetches.
     *
     * @param maxBytes largest body that is read
     * @param within total time, from name resolution to the last byte
     * @throws Unreachable when there is no whole answer
     */
    public Answer get(URI address, Map<String, String> headers, int maxBytes, Duration within) {
        return exchange("GET", address, headers, null, maxBytes, within);
    }

    /** Posts a body. Times, limits and errors as for {@link #get}. */
    public Answer post(URI address, Map<String, String> headers, byte[] body, int maxBytes, Duration within) {
        return post(address, headers, List.of(ByteBuffer.wrap(body)), maxBytes, within);
    }

    /** Posts a body given in pieces of byte arrays, which are sent one after the other and never copied together. */
    public Answer post(
            URI address, Map<String, String> headers, List<ByteBuffer> chunks, int maxBytes, Duration within) {
        return exchange("POST", address, headers, new Chunks(chunks), maxBytes, within);
    }

    /** Sends any method; no chunks mean no body. Times, limits and errors as for {@link #get}. */
    public Answer send(
            String method,
            URI address,
            Map<String, String> headers,
            List<ByteBuffer> chunks,
            int maxBytes,
            Duration within) {
        return exchange(method, address, headers, chunks.isEmpty() ? null : new Chunks(chunks), maxBytes, within);
    }

    private Answer exchange(
            String method, URI address, Map<String, String> headers, HttpEntity body, int maxBytes, Duration within) {
        String host = checked(address);
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        headers.forEach(request::setHeader);
        request.setEntity(body);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                .setResponseTimeout(Timeout.of(within))
                .setProtocolUpgradeEnabled(false)
                .build());
        try (Deadlines.Deadline deadline = deadlines.in(within, request::cancel)) {
            try {
                return client.execute(request, response -> read(response, host, maxBytes, request));
            } catch (IOException | IllegalStateException e) {
                throw new Unreachable(deadline.passed() ? Kind.TIMEOUT : kind(e), host, e);
            }
        }
    }

    private String checked(URI address) {
        boolean scheme = "https".equalsIgnoreCase(address.getScheme())
                || settings.allowPrivate() && "http".equalsIgnoreCase(address.getScheme());
        String host = address.getHost();
        if (!scheme || host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new Unreachable(Kind.ADDRESS, host == null ? "no host" : host, null);
        }
        return host;
    }

    private static Answer read(ClassicHttpResponse response, String host, int maxBytes, HttpUriRequestBase request)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), headers, new byte[0]);
        }
        // Not closed by us: closing would read on to the end of an endless body; the client drops the connection on
        // errors.
        InputStream in = entity.getContent();
        byte[] body = in == null ? new byte[0] : in.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            request.cancel();
            throw new Unreachable(Kind.TOO_LARGE, host, null);
        }
        return new Answer(response.getCode(), headers, body);
    }

    private static Kind kind(Exception e) {
        if (e instanceof PrivateAddress) {
            return Kind.PRIVATE_ADDRESS;
        } else if (e instanceof UnknownHostException) {
            return Kind.DNS;
        } else if (e instanceof ConnectTimeoutException) {
            return Kind.CONNECT_TIMEOUT;
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return Kind.REFUSED;
        } else if (e instanceof SSLException) {
            return Kind.TLS;
        } else if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return Kind.TIMEOUT;
        }
        return Kind.RESET;
    }

    @PreDestroy
    public void close() {
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
        deadlines.close();
        names.shutdownNow();
    }
}
