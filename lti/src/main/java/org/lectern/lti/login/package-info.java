/**
 * From a platform's login initiation to the browser's way back to it. Enter through
 * {@link org.lectern.lti.login.ThirdPartyLogin}: a {@link org.lectern.lti.login.LoginInitiation} goes in, a
 * redirect with three separate 256-bit secrets (state, nonce, browser binding) comes out, and one single-use
 * {@link org.lectern.lti.login.PendingLogin} row stays behind. Promise: the row holds hashes only.
 */
package org.lectern.lti.login;
