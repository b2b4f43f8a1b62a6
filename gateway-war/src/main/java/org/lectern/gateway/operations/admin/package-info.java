/**
 * The operator's command line: words on a terminal become calls of {@code /api/v1/admin}, answers become tables, or with
 * {@code --json} stay what they are. Enter through {@link org.lectern.gateway.operations.admin.Admin}. Runs in a JVM of its own with
 * nothing but the JDK and a JSON parser, so it knows no other room; every ending has an {@code Exit} number.
 */
package org.lectern.gateway.operations.admin;
