/**
 * Deep linking (LTI Deep Linking 2.0): a teacher asks a tool for links. Out goes what a request needs, in comes the tool's
 * signed answer; good items become links of the course. The front door is
 * {@link org.lectern.playground.lms.deeplink.DeepLinking}. A request takes one good answer; a bad one adds nothing and is
 * told every fault.
 */
package org.lectern.playground.lms.deeplink;
