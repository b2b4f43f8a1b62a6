package org.lectern.gateway.library;

import org.lectern.config.tenant.TenantId;

/**
 * A deleted video's grace time is over. Fired synchronously, in the transaction that forgets it: an observer that throws keeps the video for
 * another try, so removing what belongs to it must bear repetition.
 */
public record VideoForgotten(TenantId tenant, Video video) {}
