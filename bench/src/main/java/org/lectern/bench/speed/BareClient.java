package org.lectern.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.lectern.bench.Together;

/** The raw limit of delivering: Apache HttpClient 5 posts the same bodies to the same stores, one thread per institution. */
final class BareClient {

    private BareClient() {}

    /** Posts everything and returns when all is answered. */
    static void post(Map<String, List<byte[]>> bodies, Function<String, URI> endpoint) throws IOException {
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(bodies.size())
                        .setMaxConnTotal(bodies.size())
                        .build())
                .build()) {
            Together.run(bodies.entrySet().stream()
                    .<Callable<Boolean>>map(one -> () -> post(client, endpoint.apply(one.getKey()), one))
                    .toList());
        }
    }

    private static boolean post(CloseableHttpClient client, URI endpoint, Map.Entry<String, List<byte[]>> one)
            throws IOException {
        String institution = one.getKey();
        String credentials = java.util.Base64.getEncoder()
                .encodeToString(("key-" + institution + ":secret-" + institution)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (byte[] body : one.getValue()) {
            HttpPost post = new HttpPost(endpoint.resolve("statements"));
            post.setHeader("X-Experience-API-Version", "1.0.3");
            post.setHeader("Authorization", "Basic " + credentials);
            post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
            int status = client.execute(post, response -> {
                EntityUtils.consume(response.getEntity());
                return response.getCode();
            });
            if (status != 200 && status != 204) {
                throw new IOException("the stand-in answered " + status);
            }
        }
        return true;
    }
}
