package org.lectern.playground.journey;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** A bucket of an S3-compatible server in this process, and what lies in it. */
final class Bucket implements AutoCloseable {

    private static final String NAME = "lectern-media";
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    private final LocalS3 server =
            LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();

    Bucket() throws IOException, InterruptedException {
        server.start();
        ask("PUT", "");
    }

    /** For {@code lectern.properties}. */
    String settings() {
        return """

                lectern.storage=s3
                lectern.storage.s3.bucket=%s
                lectern.storage.s3.prefix=videos/
                lectern.storage.s3.endpoint=http://127.0.0.1:%d
                lectern.storage.s3.key=key
                lectern.storage.s3.secret=secret
                """.formatted(NAME, server.getPort());
    }

    /** Keys of all objects. */
    List<String> objects() throws IOException, InterruptedException {
        return keys("?list-type=2");
    }

    /** Keys of all multipart uploads that are neither finished nor taken back. */
    List<String> unfinished() throws IOException, InterruptedException {
        return keys("?uploads");
    }

    private List<String> keys(String query) throws IOException, InterruptedException {
        return KEY.matcher(ask("GET", query))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String ask(String method, String query) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getPort() + "/" + NAME + query);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + address + " got " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
