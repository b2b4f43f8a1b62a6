package org.lectern.playground;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import org.lectern.playground.caliper.PracticeEndpoints;
import org.lectern.playground.institution.Institutions;
import org.lectern.playground.institution.Settings;
import org.lectern.playground.institution.SettingsException;
import org.lectern.playground.lms.PracticeLms;
import org.lectern.playground.lrs.PracticeLrses;
import org.lectern.playground.web.LoopbackServer;

/**
 * The practice LMS, the practice LRSs and the practice Caliper endpoints, running. {@link #main} is the command; tests may start one themselves and
 * close it. Not for production: it signs whatever is asked for and answers on loopback only.
 */
public final class Playground implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Playground.class.getName());
    private static final String LMS_URL = "lectern.playground.lms-url";
    private static final String LRS_URL = "lectern.playground.lrs-url";
    private static final String TOOL_URL = "lectern.base-url";

    private final LoopbackServer lms;
    private final LoopbackServer lrs;

    private Playground(LoopbackServer lms, LoopbackServer lrs) {
        this.lms = lms;
        this.lrs = lrs;
    }

    /**
     * Starts until SIGTERM or Ctrl-C. Says one line per server when ready; on a wrong option or file says what is wrong
     * and exits with 2, on a taken port with 1.
     */
    public static void main(String... words) {
        // One line per record, time first; the JDK's default takes two.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        try {
            Arguments arguments = Arguments.parse(words);
            Settings settings = new Settings(System::getProperty, System.getenv(), Settings.read(arguments.config()));
            Playground playground = start(settings, arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(playground::close, "stop"));
        } catch (SettingsException e) {
            LOG.log(Level.ERROR, e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            LOG.log(Level.ERROR, e.getMessage());
            System.exit(1);
        }
    }

    /** Starts both servers; throws {@link IOException} when a port is taken. */
    static Playground start(Settings given, Arguments arguments) throws IOException {
        Settings settings = given.orElse(LMS_URL, "http://localhost:" + arguments.lmsPort())
                .orElse(LRS_URL, "http://localhost:" + arguments.lrsPort());
        String lmsUrl = withoutSlash(settings.need(LMS_URL));
        String lrsUrl = withoutSlash(settings.need(LRS_URL));
        String tool = withoutSlash(
                arguments.toolUrl().or(() -> settings.find(TOOL_URL)).orElse("http://127.0.0.1:8080"));
        Institutions institutions = Institutions.of(settings, lmsUrl, lrsUrl);
        Clock clock = Clock.systemUTC();
        long memory = Runtime.getRuntime().maxMemory() / 4;
        PracticeEndpoints endpoints = new PracticeEndpoints(institutions.endpoints());
        PracticeLrses lrses = new PracticeLrses(institutions.lrsAccounts(), clock, memory, endpoints::cards);
        LoopbackServer lrs = LoopbackServer.start(arguments.lrsPort(), endpoints.before(lrses));
        try {
            LoopbackServer lms = LoopbackServer.start(
                    arguments.lmsPort(),
                    new PracticeLms(institutions.platforms(), tool, lrsUrl, clock, new SecureRandom()));
            LOG.log(Level.INFO, "practice LMS ready at " + lmsUrl + "/");
            LOG.log(Level.INFO, "practice LRS ready at " + lrsUrl + "/");
            return new Playground(lms, lrs);
        } catch (IOException e) {
            lrs.close();
            throw e;
        }
    }

    int lmsPort() {
        return lms.port();
    }

    int lrsPort() {
        return lrs.port();
    }

    @Override
    public void close() {
        lms.close();
        lrs.close();
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
