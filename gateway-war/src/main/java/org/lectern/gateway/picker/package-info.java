/**
 * Choosing videos for a course (Deep Linking 2.0). In comes a deep linking launch, out goes the picker's page and, once, a signed answer
 * for the platform with links to what was chosen. Front doors: {@link org.lectern.gateway.picker.PickerPage} and {@link
 * org.lectern.gateway.picker.DeepLinkResource}. Promise: a link names a video of the session's own institution, looked up when it is
 * signed; every request is answered at most once; nobody who only learns adds anything.
 */
package org.lectern.gateway.picker;
