/** The one deployable. Its rooms, in the order of the flow: launch, session, playback, library, action, outbox, delivery, lrs. */
package org.lectern.gateway;
