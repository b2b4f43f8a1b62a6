package org.lectern.gateway.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** How Apache HttpClient is set up for what leaves: nothing is followed, remembered, unpacked or tried again behind our back. */
final class GuardedClient {

    private static final Http1Config HTTP = Http1Config.custom()
            .setBufferSize(32 * 1024)
            .setMaxHeaderCount(100)
            .setMaxLineLength(16 * 1024)
            .build();

    private GuardedClient() {}

    static CloseableHttpClient build(OutboundSettings settings, DnsResolver names) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HTTP)
                        .build())
                .setDnsResolver(names)
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.perHost())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(3))
                        // Servers close idle connections when they like; a stale one costs a needless failure.
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("Lectern/" + settings.version())
                .build();
    }
}
