package org.lectern.adapter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the standard that an adapter writes in, where that is not xAPI: {@code @Standard("caliper")} on the adapter's class. Its
 * vocabularies can then be told only to destinations of that kind ({@code lectern.tenant.<id>.destination.<name>.kind}), and it puts
 * {@link JsonEvent}s instead of statements.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Standard {

    /** Of an adapter that names none. */
    String XAPI = "xapi";

    /** The standard's name, as in the destination's {@code kind}. */
    String value();
}
