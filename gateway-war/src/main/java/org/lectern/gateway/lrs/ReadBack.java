package org.lectern.gateway.lrs;

/** What the LRS holds under a statement's id, after it answered 409. */
public sealed interface ReadBack {

    /** The same statement by meaning: it was delivered before. */
    record Same() implements ReadBack {}

    /** Another statement. */
    record Different() implements ReadBack {}

    /** Nothing, or nothing yet. */
    record Absent() implements ReadBack {}

    /** It would not say. */
    record Unreadable(DeliveryOutcome why) implements ReadBack {}
}
