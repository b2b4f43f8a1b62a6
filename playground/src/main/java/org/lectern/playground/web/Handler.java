package org.lectern.playground.web;

/** Answers requests, many at a time. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request);
}
