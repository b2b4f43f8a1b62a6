/**
 * Judges what a tool sent and says in words what is wrong with it. In comes JSON, out come checked values and a list of
 * {@link org.lectern.playground.lms.check.Faults}; the {@link org.lectern.playground.lms.check.ToolLog} keeps what was
 * said. The front door is {@link org.lectern.playground.lms.check.Sent}. One look finds all faults, not only the first.
 */
package org.lectern.playground.lms.check;
