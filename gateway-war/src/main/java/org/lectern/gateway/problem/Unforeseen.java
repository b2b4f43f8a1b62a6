package org.lectern.gateway.problem;

import java.time.Duration;
import java.util.UUID;

/** What nobody foresaw: logged with its cause under a number, answered with that number and nothing else. */
public final class Unforeseen {

    private static final System.Logger LOG = System.getLogger(Unforeseen.class.getName());

    private Unforeseen() {}

    /** Logs it; what to answer. */
    public static Problem problem(Throwable thrown) {
        String number = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "unforeseen failure number=" + number, thrown);
        return new Problem(
                        503, "unforeseen", "Something unforeseen happened; nothing was accepted. Quote " + number + ".")
                .retryAfter(Duration.ofSeconds(5));
    }
}
