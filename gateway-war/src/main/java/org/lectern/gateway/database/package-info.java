/**
 * The one PostgreSQL: embedded under {@code data/} by default, or the one at {@code lectern.db.url}. Comes up before anything
 * is accepted, refuses to run where a commit would not survive a power cut, and hands out a {@link org.jdbi.v3.core.Jdbi}.
 */
package org.lectern.gateway.database;
