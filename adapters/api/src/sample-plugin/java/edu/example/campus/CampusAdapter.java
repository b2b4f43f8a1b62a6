package edu.example.campus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.ContextActivities;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.LanguageMap;
import org.lectern.adapter.xapi.Result;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementContext;
import org.lectern.adapter.xapi.Verb;

/** Puts one statement for each start and each stop. */
@ApplicationScoped
public class CampusAdapter {

    private static final Verb STARTED = Verb.of("http://activitystrea.ms/schema/1.0/play", "started");
    private static final Verb STOPPED = Verb.of("http://id.tincanapi.com/verb/paused", "stopped");
    private static final Iri FILM = new Iri("http://adlnet.gov/expapi/activities/media");
    private static final Iri POSITION = new Iri("https://campus.example.edu/xapi/position");

    private final StatementSink sink;
    private final StatementIds ids;

    @Inject
    public CampusAdapter(StatementSink sink, StatementIds ids) {
        this.sink = sink;
        this.ids = ids;
    }

    /** For the CDI proxy. */
    protected CampusAdapter() {
        this(null, null);
    }

    void played(@Observes @Vocabulary("campus") Played action) {
        put(action, STARTED, action.time());
    }

    void paused(@Observes @Vocabulary("campus") Paused action) {
        put(action, STOPPED, action.time());
    }

    private void put(PlaybackAction action, Verb verb, BigDecimal position) {
        var entry = action.playback().entry();
        var site = Activity.reference(Iri.of(action.context().site().home()));
        var film = Activity.of(Iri.of(entry.id()), FILM, LanguageMap.en(entry.title()));
        var context = new StatementContext(
                Optional.of(action.playback().registration()),
                new ContextActivities(List.of(), List.of(), List.of(), List.of(site)),
                Optional.empty(),
                Optional.empty(),
                Extensions.NONE);
        var result = Result.of(Extensions.NONE.with(POSITION, position));
        sink.put(action, new Statement(ids.next(), action.context().actor(), verb, film, result, context, action.at()));
    }
}
