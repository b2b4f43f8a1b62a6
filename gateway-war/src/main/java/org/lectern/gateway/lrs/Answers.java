package org.lectern.gateway.lrs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lectern.config.lrs.Dialect;
import org.lectern.gateway.lrs.DeliveryOutcome.Barred;
import org.lectern.gateway.lrs.DeliveryOutcome.Busy;
import org.lectern.gateway.lrs.DeliveryOutcome.Conflicting;
import org.lectern.gateway.lrs.DeliveryOutcome.Delivered;
import org.lectern.gateway.lrs.DeliveryOutcome.Failed;
import org.lectern.gateway.lrs.DeliveryOutcome.Odd;
import org.lectern.gateway.lrs.DeliveryOutcome.Refused;
import org.lectern.gateway.lrs.DeliveryOutcome.TooLarge;
import org.lectern.gateway.outbound.Answer;
import org.lectern.gateway.outbound.Unreachable;

/** The settling table (design §6) as far as one answer goes. Pure. */
final class Answers {

    private Answers() {}

    /** What the answer to a POST of statements with these ids means. */
    static DeliveryOutcome classify(Answer answer, List<UUID> sent, Dialect dialect, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 200 -> ok(answer, sent, dialect);
            // OpenLRW has no 204 for a POST, and takes nothing without saying how many.
            case 204 -> dialect == Dialect.OPENLRW ? new Odd("HTTP 204 without ids") : new Delivered();
            case 400, 422 -> new Refused(said(answer));
            case 401 -> new Barred("HTTP 401: the LRS does not know these credentials");
            case 403 -> new Barred("HTTP 403: these credentials may not write statements");
            case 404 -> new Barred("HTTP 404: nothing is at this address; check the endpoint");
            case 405 -> new Barred("HTTP 405: this address takes no statements; check the endpoint");
            case 408, 425 -> new Failed("HTTP " + status, true);
            case 409 -> new Conflicting(said(answer));
            case 413 -> new TooLarge(said(answer));
            case 429, 503 -> new Busy(answer.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now)));
            case 501, 505, 511 -> new Barred("HTTP " + status + ": the LRS cannot do what xAPI asks of it");
            default -> other(status);
        };
    }

    /** What it means that there was no answer. */
    static DeliveryOutcome classify(Unreachable unreachable) {
        String what = unreachable.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (unreachable.kind()) {
            case ADDRESS -> new Barred("the endpoint is not an https address");
            case PRIVATE_ADDRESS -> new Barred("the endpoint is not on the public internet");
            case TOO_LARGE -> new Odd("an answer far longer than a list of ids");
            default -> new Failed(what, unreachable.kind().reached());
        };
    }

    private static DeliveryOutcome other(int status) {
        if (status >= 500) {
            return new Failed("HTTP " + status, true);
        }
        if (status >= 400) {
            return new Barred("HTTP " + status + ": not an answer xAPI knows; check the endpoint");
        }
        return new Odd(
                status >= 300
                        ? "HTTP " + status + ": redirected; check the endpoint"
                        : "HTTP " + status + " instead of 200 or 204");
    }

    private static DeliveryOutcome ok(Answer answer, List<UUID> sent, Dialect dialect) {
        Optional<IdArray> ids = IdArray.parse(answer.body());
        if (ids.isEmpty()) {
            return new Odd("HTTP 200 without a JSON array of ids; check the endpoint");
        }
        int count = ids.get().count();
        if (dialect == Dialect.OPENLRW) {
            return count == sent.size() && count > 0
                    ? new Delivered()
                    : new Odd("HTTP 200 with " + count + " ids for " + sent.size() + " statements");
        }
        // Some stores list only the ids that were new to them.
        return count > 0 && ids.get().within(sent)
                ? new Delivered()
                : new Odd("HTTP 200 with ids that are not ours, or none");
    }

    private static String said(Answer answer) {
        String words = Words.of(answer.body());
        return "HTTP " + answer.status() + (words.isEmpty() ? "" : ": " + words);
    }
}
