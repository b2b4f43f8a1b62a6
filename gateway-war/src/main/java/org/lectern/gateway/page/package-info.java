/**
 * What people see: the player, the gallery, and notices that say what went wrong. In comes a session or a notice, out goes HTML that
 * only registered platforms may frame and in which only our own scripts run. Enter through {@link org.lectern.gateway.page.Pages}
 * and {@link org.lectern.gateway.page.SessionPages}. No text from outside becomes markup.
 */
package org.lectern.gateway.page;
