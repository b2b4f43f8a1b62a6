package org.lectern.gateway.caliper;

import java.time.Instant;
import java.util.Locale;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.DeliveryOutcome.Barred;
import org.lectern.gateway.lrs.DeliveryOutcome.Busy;
import org.lectern.gateway.lrs.DeliveryOutcome.Delivered;
import org.lectern.gateway.lrs.DeliveryOutcome.Failed;
import org.lectern.gateway.lrs.DeliveryOutcome.Odd;
import org.lectern.gateway.lrs.DeliveryOutcome.Refused;
import org.lectern.gateway.lrs.DeliveryOutcome.TooLarge;
import org.lectern.gateway.lrs.RetryAfter;
import org.lectern.gateway.lrs.Words;
import org.lectern.gateway.outbound.Answer;
import org.lectern.gateway.outbound.Unreachable;

/** The settling table (design §6) for Caliper endpoints (Caliper 1.2 §6.1), as far as one answer goes. Pure. */
final class Answers {

    private Answers() {}

    /** What the answer to an envelope means. */
    static DeliveryOutcome classify(Answer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 400, 422 -> new Refused(said(answer));
            case 401 -> new Barred("HTTP 401: the endpoint does not know this bearer token");
            case 403 -> new Barred("HTTP 403: this bearer token may not send events");
            case 404 -> new Barred("HTTP 404: nothing is at this address; check the endpoint");
            case 405 -> new Barred("HTTP 405: this address takes no events; check the endpoint");
            case 415 -> new Barred("HTTP 415: this address takes no JSON; check the endpoint");
            case 408, 425 -> new Failed("HTTP " + status, true);
            case 413 -> new TooLarge(said(answer));
            case 429, 503 -> new Busy(answer.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now)));
            default -> other(answer);
        };
    }

    /** What it means that there was no answer. */
    static DeliveryOutcome classify(Unreachable unreachable) {
        return switch (unreachable.kind()) {
            case ADDRESS -> new Barred("the endpoint is not an https address");
            case PRIVATE_ADDRESS -> new Barred("the endpoint is not on the public internet");
            case TOO_LARGE -> new Odd("an answer far longer than an endpoint's");
            default ->
                new Failed(
                        unreachable.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        unreachable.kind().reached());
        };
    }

    private static DeliveryOutcome other(Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return new Failed("HTTP " + status, true);
        } else if (status >= 400) {
            return new Barred("HTTP " + status + ": not an answer Caliper knows; check the endpoint");
        } else if (status >= 300) {
            return new Odd("HTTP " + status + ": redirected; check the endpoint");
        }
        // Any 2xx says that it was received; a page for people says that somebody else answers at this address.
        boolean page = answer.header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .orElse(false);
        return page && answer.body().length > 0
                ? new Odd("HTTP " + status + " with a web page; check the endpoint")
                : new Delivered();
    }

    private static String said(Answer answer) {
        String words = Words.of(answer.body());
        return "HTTP " + answer.status() + (words.isEmpty() ? "" : ": " + words);
    }
}
