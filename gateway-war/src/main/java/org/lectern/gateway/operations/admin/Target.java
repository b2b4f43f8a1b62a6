package org.lectern.gateway.operations.admin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The gateway that is meant and the key to it, from options and the data folder.
 *
 * @param address without a slash at its end
 * @param token never printed
 */
record Target(URI address, String token) {

    /**
     * @param environment for {@code LECTERN_DATA}
     * @throws Failed when a file is missing or cannot be read
     */
    static Target of(CommandLine line, Map<String, String> environment) {
        Path data = Path.of(line.option("data").orElse(environment.getOrDefault("LECTERN_DATA", "data")));
        String url = line.option("url").orElseGet(() -> read(data.resolve("lectern.url"), Exit.UNREACHABLE));
        String token = read(data.resolve("operator.token"), Exit.UNAUTHORIZED);
        return new Target(address(url), token);
    }

    private static URI address(String url) {
        URI address;
        try {
            address = URI.create(url.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new Failed(Exit.USAGE, "--url must be an address such as http://127.0.0.1:8080", e);
        }
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw Failed.usage("--url must be an address such as http://127.0.0.1:8080");
        }
        return address;
    }

    private static String read(Path file, int exit) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new Failed(
                    exit, file + " is not there: name the gateway's data folder with --data, or start it first", e);
        } catch (IOException e) {
            throw new Failed(exit, file + " cannot be read: run this as the user that runs the gateway", e);
        }
    }

    @Override
    public String toString() {
        return "Target[" + address + "]";
    }
}
