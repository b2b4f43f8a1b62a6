/**
 * What people see of what is recorded about them, and their wish to be left unnamed where the institution lets them. In comes a session,
 * out go its page and JSON. Front door: {@link org.lectern.gateway.privacy.AboutYouResource}. Promise: one's own, never anybody
 * else's; what the page says is read from the settings that decide it.
 */
package org.lectern.gateway.privacy;
