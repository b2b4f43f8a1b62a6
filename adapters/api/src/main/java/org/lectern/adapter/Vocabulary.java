package org.lectern.adapter;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the vocabulary in which a learner action is to be told. The gateway fires each action once for every
 * vocabulary that a tenant has switched on ({@code lectern.tenant.<id>.vocabularies}); an adapter observes
 * {@code @Observes @Vocabulary("kaltura") Played}. The value is the name used in that property.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Vocabulary {

    /** The vocabulary's name, lower case letters, digits and hyphens. */
    String value();

    /** The qualifier as a value, for firing and selecting by a name known at run time only. */
    final class Named extends AnnotationLiteral<Vocabulary> implements Vocabulary {
        private static final long serialVersionUID = 1L;
        private final String value;

        /** @param value the vocabulary's name */
        public Named(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
