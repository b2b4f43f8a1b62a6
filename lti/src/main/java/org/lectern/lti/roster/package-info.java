/**
 * Who is in a course (Names and Role Provisioning Services 2.0). The service that a launch named goes into {@link
 * org.lectern.lti.roster.Roster}; its members come out, or a {@link org.lectern.lti.access.ServiceFailed} in words. Promise: pages,
 * members, bytes and time are bounded, and our token goes to no other host than the one that the launch named.
 */
package org.lectern.lti.roster;
