package org.lectern.gateway.operations.admin;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.stream.Collectors;

/** Which columns people get to see of each list. */
final class Tables {

    private final Clock clock;

    /** @param clock for ages */
    Tables(Clock clock) {
        this.clock = clock;
    }

    Table tenants() {
        return Table.of(
                Field.text("TENANT", "id"),
                Field.text("NAME", "name"),
                Field.text("PLATFORMS", "platforms"),
                new Table.Column("DESTINATIONS", Tables::destinations, false),
                Field.text("FROM", "source"));
    }

    private static String destinations(JsonObject tenant) {
        return tenant.getJsonArray("destinations").getValuesAs(JsonObject.class).stream()
                .map(to -> to.getString("name") + " = " + to.getString("endpoint") + " ("
                        + Field.text(to, "vocabularies") + ")")
                .collect(Collectors.joining("; "));
    }

    Table registrations() {
        return Table.of(
                Field.text("TENANT", "tenant"),
                Field.text("PLATFORM", "platform"),
                Field.text("STATE", "state"),
                Field.text("FAMILY", "family"),
                Field.text("ISSUER", "issuer"),
                Field.text("CLIENT ID", "clientId"),
                Field.text("DEPLOYMENTS", "deployments"),
                Field.text("FROM", "source"));
    }

    Table invitations() {
        return Table.of(
                Field.number("ID", "id"),
                Field.text("TENANT", "tenant"),
                Field.text("STATE", "state"),
                Field.moment("EXPIRES", "expires"),
                Field.text("PLATFORM", "platform"),
                Field.ago("LAST TRY, AGO", "lastTry", clock),
                Field.text("VERDICT", "verdict"),
                Field.text("DETAIL", "detail"));
    }

    Table roles() {
        return Table.of(
                Field.text("TENANT", "tenant"),
                Field.text("PLATFORM", "platform"),
                Field.text("TEACH, TOO", "instructor"),
                Field.text("NEVER TEACH", "learner"),
                Field.text("FROM", "source"));
    }

    Table origins() {
        return Table.of(
                Field.text("TENANT", "tenant"),
                Field.text("PLATFORM", "platform"),
                Field.text("ENTERED", "entered"),
                Field.text("MAY FRAME", "allowed"),
                Field.text("FROM", "source"));
    }

    Table deployments() {
        return Table.of(
                Field.text("ISSUER", "issuer"),
                Field.text("CLIENT ID", "clientId"),
                Field.text("DEPLOYMENT", "deploymentId"),
                Field.number("LAUNCHES", "launches"),
                Field.moment("FIRST SEEN", "firstSeen"),
                Field.ago("LAST SEEN, AGO", "lastSeen", clock));
    }

    Table launches() {
        return Table.of(
                Field.moment("AT", "at"),
                Field.text("TENANT", "tenant"),
                Field.text("PLATFORM", "platform"),
                Field.text("VERDICT", "verdict"),
                Field.text("CORRELATION", "correlation"),
                Field.text("DEPLOYMENT", "deploymentId"),
                Field.text("DETAIL", "detail"));
    }

    Table launchExtract() {
        return Table.of(
                Field.moment("AT", "at"),
                Field.text("MESSAGE TYPE", "messageType"),
                Field.text("VERDICT", "verdict"),
                Field.text("CORRELATION", "correlation"),
                Field.text("CHECKED", "checked"),
                Field.text("DETAIL", "detail"));
    }

    Table keys() {
        return Table.of(
                Field.text("KID", "kid"),
                Field.text("STATE", "state"),
                Field.moment("SINCE", "since"),
                Field.moment("UNTIL", "until"),
                Field.text("WHY", "why"));
    }

    Table lanes() {
        return Table.of(
                Field.text("TENANT", "tenant"),
                Field.text("DESTINATION", "destination"),
                Field.number("SHARD", "shard"),
                Field.text("STATE", "state"),
                Field.ago("SINCE", "since", clock),
                Field.number("WAITING", "depth"),
                Field.seconds("OLDEST", "oldestAge"),
                Field.number("DELIVERED", "delivered"),
                Field.number("DEAD", "dead"),
                Field.ahead("NEXT TRY", "until", clock),
                Field.text("WHY", "reason"));
    }

    Table deadLetters() {
        return Table.of(
                Field.number("ID", "id"),
                Field.text("TENANT", "tenant"),
                Field.text("DESTINATION", "destination"),
                Field.ago("AGE", "died", clock),
                Field.text("REASON", "reason"),
                Field.text("STATEMENT", "statementId"),
                Field.text("THE LRS SAID", "detail"));
    }

    Table trial() {
        return Table.of(
                Field.text("STEP", "name"),
                new Table.Column("", step -> step.getBoolean("good") ? "ok" : "FAILED", false),
                Field.text("WHAT CAME OF IT", "words"));
    }

    Table failedTellings() {
        return Table.of(
                Field.moment("AT", "at"),
                Field.text("TENANT", "tenant"),
                Field.text("VOCABULARY", "vocabulary"),
                Field.text("ACTION", "kind"),
                Field.text("ID", "id"),
                Field.text("ERROR", "error"));
    }
}
