package org.lectern.gateway.session;

import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.lectern.gateway.problem.ProblemMapper;
import org.lectern.gateway.problem.UnforeseenMapper;

/** Resources behind real HTTP on a free port of this machine, without a server product around them. */
public final class PracticeServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();

    /** With these resources and providers. */
    public PracticeServer(Object... parts) {
        ResourceConfig config = new ResourceConfig(ProblemMapper.class, UnforeseenMapper.class);
        config.register((ContainerResponseFilter) PracticeServer::chunksAlone);
        for (Object part : parts) {
            config.register(part);
        }
        server = JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config, false);
        server.setExecutor(threads);
        server.start();
    }

    /** A request to a path. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    /** GET. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** POST of a form. */
    public HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** The answer. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What is streamed goes out in chunks here. With a length beside them the client would count the chunks' frames for content. */
    private static void chunksAlone(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof StreamingOutput) {
            response.getHeaders().remove("Content-Length");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
