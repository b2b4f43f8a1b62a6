/**
 * Judges statements, by three laws: {@link org.lectern.adapter.judge.StatementCheck} knows xAPI 1.0.3 and our own rules,
 * {@link org.lectern.adapter.judge.ProfileTemplates} the Video Profile, {@link org.lectern.adapter.judge.NpmJudge} asks a
 * validator that others wrote. In come bytes or parsed statements; out go faults in words, none for a good one. Free of any
 * test framework, so that end-to-end tests of other modules can use it.
 */
package org.lectern.adapter.judge;
