/**
 * The little HTTP that the practice LMS and LRS need. In come exchanges of the JDK's server, out come
 * {@link Answer}s. The front door is {@link LoopbackServer}. A handler that fails is answered with 500 and logged
 * without the request's content.
 */
package org.lectern.playground.web;
