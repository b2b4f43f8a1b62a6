/**
 * The operator's way in: {@code /api/v1/admin}, spoken by {@code ./lectern admin} and the console, and the gauges of the outbox.
 * In come requests with the token from {@code <data>/operator.token}, out go lists and deeds; every deed is in the audit log
 * before it is done. No answer carries a secret, and no learner's token opens anything here.
 */
package org.lectern.gateway.operations;
