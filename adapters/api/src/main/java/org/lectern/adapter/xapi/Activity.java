package org.lectern.adapter.xapi;

import java.util.Optional;

/**
 * A thing that statements are about or refer to (xAPI Data §4.1.4.1).
 *
 * @param id one id is one activity forever
 * @param type what kind of thing it is
 * @param name its name for people; empty when there is none
 */
public record Activity(Iri id, Optional<Iri> type, LanguageMap name) {

    /** A reference: the id alone. */
    public static Activity reference(Iri id) {
        return new Activity(id, Optional.empty(), LanguageMap.EMPTY);
    }

    /** A thing of a kind without a name. */
    public static Activity of(Iri id, Iri type) {
        return new Activity(id, Optional.of(type), LanguageMap.EMPTY);
    }

    /** A thing of a kind with a name. */
    public static Activity of(Iri id, Iri type, LanguageMap name) {
        return new Activity(id, Optional.of(type), name);
    }
}
