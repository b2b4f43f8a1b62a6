/**
 * A practice LMS and a practice LRS per institution, for trying, demos and tests; never part of a production
 * deployment. In comes the gateway's own properties file, out come two web servers on loopback. The front door is
 * {@link Playground}. Nothing is kept: a restart forgets everything.
 */
package org.lectern.playground;
