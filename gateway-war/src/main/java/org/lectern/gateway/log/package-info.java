/**
 * How a log record looks on standard output: one line, always, whatever is in it. Lives in a jar of its own beside the server,
 * since the JVM's log manager loads it before any application is there; it uses nothing but the JDK.
 */
package org.lectern.gateway.log;
