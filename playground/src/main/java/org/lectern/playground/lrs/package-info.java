/**
 * A Learning Record Store to practise with (xAPI 1.0.3, statements and about). In come statements, out come the answers
 * a real store gives, or the failures that its {@link Mode} asks for. The front door is {@link PracticeLrs}. Statements
 * live in memory; what arrived is remembered apart from what was stored, so that a test can count.
 */
package org.lectern.playground.lrs;
