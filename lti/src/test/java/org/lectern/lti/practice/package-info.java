/**
 * A learning platform to practise with: {@link org.lectern.lti.practice.PracticePlatform} signs what {@link
 * org.lectern.lti.practice.LaunchBuilder} describes, {@link org.lectern.lti.practice.PracticeTool} is this library put
 * together in memory, {@link org.lectern.lti.practice.PendingLoginsContract} is what every store of logins must pass.
 * For tests only; published as this module's test-jar.
 */
package org.lectern.lti.practice;
