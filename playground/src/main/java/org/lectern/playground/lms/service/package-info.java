/**
 * What tools may ask without a browser: access tokens (Security Framework 1.0 §4), grades (AGS 2.0) and members (NRPS
 * 2.0). In come requests with client assertions or bearer tokens, out come JSON and changed gradebooks. The front door is
 * {@link org.lectern.playground.lms.service.Services}. What a specification forbids is refused, and the log says why.
 */
package org.lectern.playground.lms.service;
