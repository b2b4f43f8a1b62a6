package org.lectern.config.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.config.setting.WebAddress;

/**
 * The deployment itself.
 *
 * @param baseUrl where browsers and platforms reach it, without a slash at its end
 * @param httpPort where it listens
 * @param dbUrl JDBC address of PostgreSQL; empty: the embedded one under the data folder
 * @param dbUser who we are there
 * @param dbPassword its password
 * @param dataFolder absolute; everything that must survive a restart
 * @param secretKeyFile where the master key is; empty: made once under the data folder
 * @param allowPrivateAddresses whether outbound calls may reach private addresses; for laptops only
 */
public record GatewaySettings(
        URI baseUrl,
        int httpPort,
        Optional<String> dbUrl,
        Optional<String> dbUser,
        Optional<String> dbPassword,
        Path dataFolder,
        Optional<Path> secretKeyFile,
        boolean allowPrivateAddresses) {

    private static final int DEFAULT_PORT = 8080;

    // The address may carry a password, so a wrong one is not quoted.
    private static final Kind<String> DB_URL =
            Kind.secret(Pattern.compile("jdbc:postgresql:\\S+"), "jdbc:postgresql://host/database");
    private static final Kind<String> DB_SECRET =
            Kind.secret(Pattern.compile("\\P{Cntrl}+"), "text without control characters");

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    public static GatewaySettings read(Config config) {
        return Settings.reading(config, GatewaySettings::collect);
    }

    static GatewaySettings collect(Settings settings) {
        Section lectern = settings.section("lectern");
        boolean privateAllowed = settings.allowPrivateAddresses();
        int port = lectern.value("http.port", Kind.number(1, 65_535), DEFAULT_PORT);
        return new GatewaySettings(
                lectern.value("base-url", baseUrl(privateAllowed), URI.create("http://127.0.0.1:" + port)),
                port,
                lectern.optional("db.url", DB_URL),
                lectern.optional("db.user", DB_SECRET),
                lectern.optional("db.password", DB_SECRET),
                // Not beside the file: the start script looks for it from the working folder.
                lectern.value("data", Kind.line(4000).map(Path::of), Path.of("data"))
                        .toAbsolutePath()
                        .normalize(),
                lectern.optional("secret-key-file", settings.file()),
                privateAllowed);
    }

    private static Kind<URI> baseUrl(boolean privateAllowed) {
        return new Kind<>(
                        "an https address without ? (http only for localhost, or with lectern.allow-private-addresses=true)",
                        false,
                        WebAddress.any().reading())
                .onlyIf(address -> address.getRawQuery() == null
                        && (privateAllowed
                                || address.getScheme().equalsIgnoreCase("https")
                                || WebAddress.isLoopback(address)))
                .map(address -> URI.create(address.toString().replaceAll("/+$", "")));
    }

    /** Without the database's address, user and password. */
    @Override
    public String toString() {
        return "GatewaySettings[baseUrl=" + baseUrl + ", httpPort=" + httpPort + ", dataFolder=" + dataFolder + "]";
    }
}
