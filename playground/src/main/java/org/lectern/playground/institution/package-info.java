/**
 * Whom the playground plays for. In comes the gateway's properties file, out come practice platforms and LRS
 * accounts. The front door is {@link Institutions}. What is read here is what the gateway reads: same file, same
 * expressions, same overriding by system property and environment.
 */
package org.lectern.playground.institution;
