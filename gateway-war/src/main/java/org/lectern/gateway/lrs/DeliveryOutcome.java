package org.lectern.gateway.lrs;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What an LRS's answer, or its silence, means (design §6, xAPI 1.0.3 part 3 §3.2). Words are the LRS's own, cleaned, for people. */
public sealed interface DeliveryOutcome {

    /** Name of the outcome in metrics and logs. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The LRS has all of them. */
    record Delivered() implements DeliveryOutcome {}

    /** 400 or 422: at least one is not to its taste, and it took none. */
    record Refused(String words) implements DeliveryOutcome {}

    /** 409: it says it holds at least one of these ids with other content. */
    record Conflicting(String words) implements DeliveryOutcome {}

    /** 413: too much at once. */
    record TooLarge(String words) implements DeliveryOutcome {}

    /**
     * Not sent: the other side has said how much it takes at once.
     *
     * @param most bytes of entries in one request
     */
    record Oversized(int most) implements DeliveryOutcome {}

    /** Credentials, address or protocol are wrong (401, 403, 404, 405, …): sending more cannot help until somebody acts. */
    record Barred(String reason) implements DeliveryOutcome {}

    /** 429 or 503: later, and slower; after the given time if it named one (1 s to 1 h). */
    record Busy(Optional<Duration> after) implements DeliveryOutcome {}

    /**
     * It may or may not have stored them: 408, other 5xx, time-out, broken connection.
     *
     * @param reached whether the LRS may have seen the statements; false when no connection came about
     */
    record Failed(String what, boolean reached) implements DeliveryOutcome {}

    /** It has no use for this one, for good, and nobody has to act: a score for somebody who gets no grades. */
    record Declined(String why) implements DeliveryOutcome {}

    /** Not sent: something later of the same kind is on its way. */
    record Superseded() implements DeliveryOutcome {}

    /** An answer that no LRS gives: the address probably belongs to something else. */
    record Odd(String what) implements DeliveryOutcome {}
}
