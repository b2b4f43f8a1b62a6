package org.lectern.config.tenant;

/** How an institution's LRSs get to see people ({@code lectern.tenant.<id>.actor}). */
public enum ActorPolicy {
    /** An account with a name keyed per institution; nobody outside can tell who it is. The default. */
    PSEUDONYM,
    /** An account at the platform: issuer and the platform's user id. */
    ACCOUNT,
    /** The mail address; the account where the launch has none. */
    MBOX,
    /** SHA-1 of the mail address; the account where the launch has none. */
    MBOX_SHA1
}
