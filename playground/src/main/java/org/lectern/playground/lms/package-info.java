/**
 * A strict LTI 1.3 platform to practise with. In come clicks in a course and authentication requests of the tool, out
 * come id tokens (Security Framework 1.0 §5.1.1, LTI 1.3 §5). The front door is {@link PracticeLms}. It refuses what
 * real platforms refuse, and misbehaves only when a launch asks for it.
 */
package org.lectern.playground.lms;
