package org.lectern.config.lrs;

/** What a destination understands ({@code lectern.tenant.<id>.destination.<name>.kind}). */
public enum Standard {
    /** xAPI statements: an LRS. */
    XAPI("xapi", "video-profile"),
    /** Envelopes of Caliper 1.2 events. */
    CALIPER("caliper", "caliper");

    private final String label;
    private final String vocabulary;

    Standard(String label, String vocabulary) {
        this.label = label;
        this.vocabulary = vocabulary;
    }

    /** Its name in settings, and where adapters name the standard that they write in. */
    public String label() {
        return label;
    }

    /** The vocabulary that is told where no other is named. */
    String usualVocabulary() {
        return vocabulary;
    }
}
