package org.lectern.adapter.xapi;

/**
 * What was done. Use the IRI of a published vocabulary: nobody may mint verbs on a domain that is not theirs (xAPI Data §4.1.3).
 *
 * @param id the verb
 * @param display its name for people; no part of its identity
 */
public record Verb(Iri id, LanguageMap display) {

    /** A verb with an English display. */
    public static Verb of(String id, String english) {
        return new Verb(new Iri(id), LanguageMap.en(english));
    }
}
