package org.lectern.playground.institution;

/** A video that the gateway's file declares for a tenant: its id (the custom parameter {@code media}) and title. */
public record Medium(String id, String title) {}
