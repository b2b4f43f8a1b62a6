package org.lectern.bench.speed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.Together;
import org.lectern.bench.gateway.ProcessFigures;
import org.lectern.bench.platform.Browser;
import org.lectern.bench.wire.Wire;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeKeys;
import org.lectern.lti.practice.PracticePlatform;

/**
 * Whole launches (login, token, session page: two requests and two transactions), and logins alone, against bare RS256 verifications of
 * such tokens. Tells what a launch costs the gateway in processor time, and which share of it is not the signature's. Reported, without a
 * threshold. For one thread.
 */
final class Launching {

    private static final int BROWSERS = 8;
    private static final double BARE_SECONDS = 2;
    /** Logins that nobody finishes wait until they expire, and the gateway lets a platform have only so many of them. */
    private static final int MOST_LOGINS = 2_000;

    private static final Step LAUNCH = Browser::launch;
    private static final Step LOGIN = Browser::login;

    private final int repeat;
    private final int seconds;

    Launching(int repeat, int seconds) {
        this.repeat = repeat;
        this.seconds = seconds;
    }

    void run(Report report) throws IOException {
        report.title("launching: " + BROWSERS + " browsers, against bare RS256 verification; per second of one core");
        try (Scene scene = Scene.of("launching", 2)) {
            measured(scene, LAUNCH, Integer.MAX_VALUE);
            bare();
            List<Double> ratios = new ArrayList<>();
            List<Double> logins = new ArrayList<>();
            for (int run = 1; run <= repeat; run++) {
                Measured login = measured(scene, LOGIN, MOST_LOGINS);
                Measured launch = measured(scene, LAUNCH, Integer.MAX_VALUE);
                double verified = bare();
                ratios.add(launch.perCoreSecond() / verified);
                logins.add(launch.perCoreSecond() / login.perCoreSecond());
                report.line(
                        "run " + run,
                        "%,.0f launches/s; per core second of the gateway %,.0f, with its database %,.0f; bare RS256 %,.0f",
                        launch.perSecond(),
                        launch.perCoreSecond(),
                        launch.perCoreSecondWithDatabase(),
                        verified);
                report.line(
                        "  processor time of a launch",
                        "%,.0f us: login %,.0f, token and session page %,.0f, in it the signature %,.0f",
                        1e6 / launch.perCoreSecond(),
                        1e6 / login.perCoreSecond(),
                        1e6 / launch.perCoreSecond() - 1e6 / login.perCoreSecond(),
                        1e6 / verified);
            }
            report.line("launches / verifications, per core second, median", "%.4f", Numbers.median(ratios));
            report.line(
                    "time outside signature checking, median",
                    "%.1f %% (of it the login: %.0f %% of a launch)",
                    100 * (1 - Numbers.median(ratios)),
                    100 * Numbers.median(logins));
        }
    }

    /** What a browser does again and again. */
    private interface Step {
        void go(Browser browser, String institution, String viewer) throws IOException;
    }

    private record Measured(double perSecond, double perCoreSecond, double perCoreSecondWithDatabase) {}

    private Measured measured(Scene scene, Step step, int most) throws IOException {
        ProcessFigures gateway = scene.gateway().figures();
        ProcessFigures database = scene.gateway().database().figures();
        long begin = System.nanoTime();
        long times = times(scene, step, most);
        double wall = (System.nanoTime() - begin) / 1e9;
        double ofGateway = scene.gateway().figures().cpuSeconds() - gateway.cpuSeconds();
        double ofDatabase = scene.gateway().database().figures().cpuSeconds() - database.cpuSeconds();
        return new Measured(times / wall, times / ofGateway, times / (ofGateway + ofDatabase));
    }

    private long times(Scene scene, Step step, int most) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicLong times = new AtomicLong();
        List<Callable<Boolean>> browsers = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            String institution = scene.names().get(i % scene.names().size());
            String viewer = "viewer-" + i;
            browsers.add(() -> {
                try (Wire wire = new Wire(scene.gateway().port())) {
                    Browser browser =
                            new Browser(scene.platform(), wire, scene.gateway().port());
                    while (System.nanoTime() < end && times.get() < most) {
                        step.go(browser, institution, viewer);
                        times.incrementAndGet();
                    }
                }
                return true;
            });
        }
        Together.run(browsers);
        return times.get();
    }

    private static double bare() {
        String token = PracticePlatform.practice().idToken(LaunchBuilder.aLaunch(), "nonce", Instant.now());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        try {
            JWSVerifier verifier = new RSASSAVerifier(PracticeKeys.number(1).toRSAPublicKey());
            long begin = clock.getCurrentThreadCpuTime();
            long verified = 0;
            while (clock.getCurrentThreadCpuTime() - begin < BARE_SECONDS * 1e9) {
                if (!SignedJWT.parse(token).verify(verifier)) {
                    throw new IllegalStateException("a good signature was refused");
                }
                verified++;
            }
            return verified / ((clock.getCurrentThreadCpuTime() - begin) / 1e9);
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
