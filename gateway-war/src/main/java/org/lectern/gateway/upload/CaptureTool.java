package org.lectern.gateway.upload;

import java.net.URI;
import org.lectern.adapter.action.CaptureApplication;

/**
 * An institution's own application for recording, {@code lectern.tenant.<id>.capture.*}.
 *
 * @param url what opens it ({@code url}): an address of its own scheme, or a web address
 * @param name its name for people ({@code name})
 * @param kind what its launches count as ({@code kind}): {@code kaltura-capture} (default) or {@code capture-space}
 */
public record CaptureTool(URI url, String name, CaptureApplication.Kind kind) {}
