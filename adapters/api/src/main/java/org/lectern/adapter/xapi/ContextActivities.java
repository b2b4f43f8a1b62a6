package org.lectern.adapter.xapi;

import java.util.List;

/**
 * What else a statement belongs to (xAPI Data §4.1.6.2). Always written as arrays: real stores refuse the single object
 * that the standard allows.
 *
 * @param parent what the object is a part of
 * @param grouping what it indirectly belongs to, a course for one
 * @param category which profile or product it is told by
 * @param other anything else, the application for one
 */
public record ContextActivities(
        List<Activity> parent, List<Activity> grouping, List<Activity> category, List<Activity> other) {

    /** Belongs to nothing; not written. */
    public static final ContextActivities NONE = new ContextActivities(List.of(), List.of(), List.of(), List.of());

    public ContextActivities {
        parent = List.copyOf(parent);
        grouping = List.copyOf(grouping);
        category = List.copyOf(category);
        other = List.copyOf(other);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return parent.isEmpty() && grouping.isEmpty() && category.isEmpty() && other.isEmpty();
    }
}
