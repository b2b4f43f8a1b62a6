package org.lectern.gateway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.Result;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementContext;
import org.lectern.adapter.xapi.Verb;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.config.lrs.Standard;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.start.GivenSettings;

/** Real CDI events, three small adapters: two that speak, one that breaks. */
@SuppressWarnings("unchecked") // SeContainerInitializer takes generic varargs
class CdiActionBusTest {

    private static SeContainer container;
    private final List<String> failed = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final CdiActionBus bus = new CdiActionBus(
            container.getBeanManager(),
            container.select(CollectingSink.class).get(),
            new CommentTexts(Set.of("umbrella")),
            (number, tenant, vocabulary, action, failure) ->
                    failed.add(tenant + " " + vocabulary + " " + failure.getMessage()),
            new CdiActionBus.Tally() {
                @Override
                public void told(String tenant, String vocabulary, int statements) {
                    told.add(tenant + " " + vocabulary + " " + statements);
                }

                @Override
                public void failed(String tenant, String vocabulary) {
                    failed.add("counted");
                }
            });

    @BeforeAll
    static void start() {
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(VocabularyCensus.class)
                .addBeanClasses(CollectingSink.class, Adapters.class, Eventful.class)
                .initialize();
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    /** What third parties write. */
    @ApplicationScoped
    static class Adapters {

        @Inject
        private StatementSink sink;

        void french(@Observes @Vocabulary("french") LoggedIn action) {
            sink.put(action, statement(action, "bonjour"));
        }

        void german(@Observes @Vocabulary("german") LoggedIn action) {
            sink.put(action, statement(action, "hallo"));
            sink.put(action, statement(action, "guten-tag"));
        }

        void commented(@Observes @Vocabulary("french") Commented action) {
            sink.put(action, statement(action, action.text().isPresent() ? "text" : "none"));
        }

        void everything(@Observes @Vocabulary("german") LearnerAction action) {
            // Observes every action, says nothing.
        }

        void broken(@Observes @Vocabulary("broken") LoggedIn action) {
            sink.put(action, statement(action, "half"));
            throw new IllegalStateException("lost for words");
        }

        void wrong(@Observes @Vocabulary("wrong") LoggedIn action) {
            sink.put(action, event(action));
        }

        void missing(@Observes @Vocabulary("missing") LoggedIn action) {
            throw new NoClassDefFoundError("org/example/Gone");
        }
    }

    /** What a third party writes who speaks another standard. */
    @ApplicationScoped
    @org.lectern.adapter.Standard("caliper")
    static class Eventful {

        @Inject
        private StatementSink sink;

        void events(@Observes @Vocabulary("events") LoggedIn action) {
            sink.put(action, event(action));
        }
    }

    private static JsonEvent event(LearnerAction action) {
        return new JsonEvent(EVENT, action.at(), "{\"n\" : 1.50}".getBytes(StandardCharsets.UTF_8));
    }

    private static final UUID EVENT = UUID.fromString("956b4a02-8de0-4991-b8c5-b6eebb6b4cab");

    @Test
    void takesAnEventOfAnotherStandardAsItIs() {
        Tenant tenant = tenant(destination("lrs", 1, "french"), endpoint("events"));

        List<OutboxEntry> entries = bus.tell(tenant, "u1", loggedIn());

        assertThat(entries).extracting(OutboxEntry::destination).containsExactly("lrs", "endpoint");
        OutboxEntry told = entries.get(1);
        assertThat(told.statementId()).isEqualTo(EVENT);
        assertThat(told.at()).isEqualTo(loggedIn().at());
        assertThat(new String(told.body(), StandardCharsets.UTF_8)).isEqualTo("{\"n\" : 1.50}");
    }

    @Test
    void anAdapterThatPutsWhatItsDestinationsCannotReadLosesNobodyElsesStatements() {
        assertThat(bus.tell(tenant(destination("lrs", 1, "wrong", "french")), "u1", loggedIn()))
                .extracting(CdiActionBusTest::verb)
                .containsExactly("bonjour");
        assertThat(failed).last().asString().contains("'wrong'", "no xAPI statement", "writes in xapi");
        assertThat(bus.tell(tenant(endpoint("french")), "u1", loggedIn())).isEmpty();
        assertThat(failed).last().asString().contains("'french'", "an xAPI statement", "writes in caliper");
    }

    @Test
    void whatADestinationCannotReadStopsTheStart() {
        assertThat(wrong("lectern.tenant.acme.vocabularies=french,events"))
                .singleElement()
                .asString()
                .startsWith("lectern.tenant.acme.vocabularies: found 'events', which is written in caliper, allowed:")
                .endsWith("the kind of this destination: [broken, french, german, missing, wrong]");
        assertThat(wrong(
                        "lectern.tenant.acme.destinations=endpoint",
                        "lectern.tenant.acme.destination.endpoint.kind=caliper",
                        "lectern.tenant.acme.destination.endpoint.vocabularies=events,french"))
                .singleElement()
                .asString()
                .startsWith(
                        "lectern.tenant.acme.destination.endpoint.vocabularies: found 'french', which is written in xapi")
                .endsWith("[events]");
    }

    private static List<String> wrong(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("lectern.tenants=acme");
        VocabularyCensus census = container.getBeanManager().getExtension(VocabularyCensus.class);
        return GivenSettings.wrongIn(
                config -> Settings.reading(config, settings -> {
                    SpokenVocabularies.check(settings, census);
                    return settings;
                }),
                all.toArray(String[]::new));
    }

    private static Destination endpoint(String... vocabularies) {
        return new Destination(
                "endpoint",
                Standard.CALIPER,
                URI.create("https://caliper.example/endpoint"),
                new LrsCredentials.Bearer("x"),
                "1.2",
                Dialect.STANDARD,
                List.of(vocabularies),
                false,
                1);
    }

    @Test
    void tellsEachVocabularyToTheDestinationsThatSpeakIt() {
        Tenant tenant = tenant(destination("lrs", 1, "french"), destination("research", 1, "german", "french"));

        List<OutboxEntry> entries = bus.tell(tenant, "u1", loggedIn());

        assertThat(entries)
                .extracting(entry -> entry.destination() + " " + verb(entry))
                .containsExactlyInAnyOrder("lrs bonjour", "research bonjour", "research hallo", "research guten-tag");
        assertThat(entries.get(0).statementId()).isEqualTo(entries.get(1).statementId());
        assertThat(entries.get(0).body()).isSameAs(entries.get(1).body());
        assertThat(told).containsExactlyInAnyOrder("acme french 1", "acme german 2");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.at()).isEqualTo(loggedIn().at()));
    }

    @Test
    void findsObserversByTheActionsOwnClass() {
        CategoryViewed viewed =
                new CategoryViewed(context(), Instant.EPOCH, new Category(URI.create("https://x.example/1"), "x"));

        assertThat(bus.tell(tenant(destination("lrs", 1, "german", "french")), "u1", viewed))
                .isEmpty();
    }

    @Test
    void tellsWhatLearnersWriteOnlyWhereTheInstitutionAsksForIt() {
        Commented commented = new Commented(
                context(),
                Instant.EPOCH,
                new Entry(URI.create("https://x.example/1"), "x", Optional.empty()),
                URI.create("https://x.example/1/comment/2"),
                Optional.of("Why?"));

        assertThat(bus.tell(tenant("acme", destination("lrs", 1, "french")), "u1", commented))
                .extracting(CdiActionBusTest::verb)
                .containsExactly("none");
        assertThat(bus.tell(tenant("umbrella", destination("lrs", 1, "french")), "u1", commented))
                .extracting(CdiActionBusTest::verb)
                .containsExactly("text");
    }

    @Test
    void anAdapterThatThrowsLosesNobodyElsesStatements() {
        Tenant tenant = tenant(destination("lrs", 1, "broken", "missing", "french"));

        List<OutboxEntry> entries = bus.tell(tenant, "u1", loggedIn());

        assertThat(entries).extracting(CdiActionBusTest::verb).containsExactly("bonjour");
        assertThat(failed)
                .containsExactly("counted", "acme broken lost for words", "counted", "acme missing org/example/Gone");
    }

    @Test
    void keepsALearnerOnOneShard() {
        Tenant tenant = tenant(destination("lrs", 4, "german"));

        for (String learner : List.of("u1", "u2", "another", "Aa", "BB")) {
            assertThat(bus.tell(tenant, learner, loggedIn()))
                    .extracting(OutboxEntry::shard)
                    .containsOnly(Math.floorMod(learner.hashCode(), 4));
        }
    }

    @Test
    void theSinkTakesNothingOutsideAnObserver() {
        StatementSink sink = container.select(StatementSink.class).get();

        assertThatThrownBy(() -> sink.put(loggedIn(), statement(loggedIn(), "late")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsWhichVocabulariesAreSpokenAndNamesThoseThatAreNot() {
        VocabularyCensus census = container.getBeanManager().getExtension(VocabularyCensus.class);
        SpokenVocabularies spoken = new SpokenVocabularies(census);

        assertThat(spoken.knownVocabularies())
                .containsExactlyInAnyOrder("french", "german", "broken", "missing", "wrong", "events");
        assertThat(spoken.unknown(List.of(tenant(destination("lrs", 1, "french")))))
                .isEmpty();
        assertThat(spoken.unknown(List.of(tenant(destination("lrs", 1, "klingon")))))
                .singleElement()
                .asString()
                .contains("acme", "lrs", "'klingon'", "[broken, events, french, german, missing, wrong]");
    }

    private static String verb(OutboxEntry entry) {
        String body = new String(entry.body(), StandardCharsets.UTF_8);
        return body.replaceAll("(?s).*https://verbs.example/([a-z-]+).*", "$1");
    }

    private static LoggedIn loggedIn() {
        return new LoggedIn(context(), Instant.parse("2026-03-02T09:00:05.123Z"));
    }

    private static ActionContext context() {
        return new ActionContext(
                "acme",
                actor(),
                new Site(URI.create("https://video.example.edu/acme"), "Acme", "https://video.example.edu/xapi/ext/"),
                Optional.empty(),
                "en",
                Map.of());
    }

    private static Actor actor() {
        return new Actor(Optional.empty(), new ActorIdentity.Account(URI.create("https://video.example.edu"), "u1"));
    }

    private static Statement statement(LearnerAction action, String verb) {
        return new Statement(
                UUID.randomUUID(),
                actor(),
                Verb.of("https://verbs.example/" + verb, verb),
                Activity.reference(new Iri("https://video.example.edu/acme")),
                Result.NONE,
                StatementContext.NONE,
                action.at());
    }

    private static Destination destination(String name, int shards, String... vocabularies) {
        return new Destination(
                name,
                URI.create("https://lrs.example/xapi/"),
                new LrsCredentials.Bearer("x"),
                "1.0.3",
                Dialect.STANDARD,
                List.of(vocabularies),
                false,
                shards);
    }

    private static Tenant tenant(Destination... destinations) {
        return tenant("acme", destinations);
    }

    private static Tenant tenant(String id, Destination... destinations) {
        return new Tenant(
                new TenantId(id),
                "Acme",
                List.of(),
                List.of(destinations),
                List.of(),
                new ProgressPolicy.Milestones(),
                BigDecimal.ONE,
                ActorPolicy.PSEUDONYM,
                Duration.ofDays(30),
                Map.of());
    }
}
