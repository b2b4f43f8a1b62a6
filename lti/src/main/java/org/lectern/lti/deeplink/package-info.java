/**
 * Choosing content for a course (Deep Linking 2.0). In comes what the platform takes, as {@link
 * org.lectern.lti.deeplink.DeepLinkingSettings} of a verified launch; out goes a signed {@link
 * org.lectern.lti.deeplink.DeepLinkingResponse} that the browser posts to the return address. Promise: no answer holds
 * a null, an item that the platform said it does not take, or a text that could disturb the course page.
 */
package org.lectern.lti.deeplink;
