/**
 * What a learner did, free of any vocabulary. The gateway makes these out of launches and playback facts and fires them on
 * the CDI bus; adapters observe them. Every value is final when it arrives here: progress, segments and times are the
 * gateway's, not the browser's.
 */
package org.lectern.adapter.action;
