package org.lectern.config.lrs;

/** What an LRS's answers mean ({@code lectern.tenant.<id>.lrs.dialect}). */
public enum Dialect {
    /** Answers our ids, refuses a batch as a whole, knows duplicates. */
    STANDARD,
    /** Apereo OpenLRW: answers ids of its own, stores half of a refused batch, knows no duplicates; one statement per request. */
    OPENLRW
}
