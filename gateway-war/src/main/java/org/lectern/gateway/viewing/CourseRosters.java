package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.session.LearnerKey;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.launch.RoleDecision;
import org.lectern.lti.launch.RosterService;
import org.lectern.lti.registration.PlatformRegistration;
import org.lectern.lti.registration.RoleMapping;
import org.lectern.lti.roster.Member;
import org.lectern.lti.roster.Membership;
import org.lectern.lti.roster.Roster;
import org.lectern.lti.roster.RosterBounds;
import org.lectern.lti.roster.RosterQuery;

/**
 * Rosters of courses, asked for when an instructor looks and remembered for minutes, in memory only. Bounded: so many courses and
 * people, and so many waiting at once for one institution's platforms, so that a slow one holds up nobody else. Safe for any thread.
 */
@ApplicationScoped
public class CourseRosters {

    private static final System.Logger LOG = System.getLogger(CourseRosters.class.getName());
    private static final RosterBounds BOUNDS = new RosterBounds(400, 10_000, Duration.ofSeconds(15));
    private static final int PAGE = 500;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration BAD_FOR = Duration.ofSeconds(30);
    private static final int COURSES = 200;
    private static final int PEOPLE = 200_000;
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 20;

    private final ViewingNotes notes;
    private final TenantRegistrations registrations;
    private final RoleMappings mappings;
    private final Roster roster;
    private final MasterKey masterKey;
    private final Clock clock;
    private final Map<TenantId, Semaphore> waiting = new ConcurrentHashMap<>();
    private final LinkedHashMap<Course, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    public CourseRosters(
            ViewingNotes notes,
            TenantRegistrations registrations,
            RoleMappings mappings,
            PlatformServices services,
            MasterKey masterKey,
            Clock clock) {
        this.notes = notes;
        this.registrations = registrations;
        this.mappings = mappings;
        this.roster = new Roster(services, BOUNDS, clock);
        this.masterKey = masterKey;
        this.clock = clock;
    }

    protected CourseRosters() { // CDI proxy
        this.notes = null;
        this.registrations = null;
        this.mappings = null;
        this.roster = null;
        this.masterKey = null;
        this.clock = null;
    }

    private record Course(TenantId tenant, String platform, URI memberships) {}

    /** The members of the session's course. Blocks while the platform is asked; never throws because of it. */
    SeenRoster of(LearnerSession session) {
        Optional<URI> memberships = notes.roster(session);
        Optional<PlatformRegistration> registration = registrations.of(session.tenant(), session.platform());
        if (memberships.isEmpty() || registration.isEmpty()) {
            return SeenRoster.NOT_OFFERED;
        }
        Course course = new Course(session.tenant(), session.platform(), memberships.get());
        Slot slot = slot(course);
        return slot.fresh(clock.instant()).orElseGet(() -> inTurn(course, slot, registration.get()));
    }

    private SeenRoster inTurn(Course course, Slot slot, PlatformRegistration registration) {
        Semaphore turns = waiting.computeIfAbsent(course.tenant(), tenant -> new Semaphore(AT_ONCE));
        boolean mine = false;
        try {
            mine = turns.tryAcquire(2, TimeUnit.SECONDS);
            return mine ? slot.get(course, registration) : SeenRoster.busy();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return SeenRoster.busy();
        } finally {
            if (mine) {
                turns.release();
            }
        }
    }

    private Slot slot(Course course) {
        synchronized (slots) {
            Slot slot = slots.computeIfAbsent(course, fresh -> new Slot());
            int people = slots.values().stream().mapToInt(Slot::size).sum();
            var oldest = slots.entrySet().iterator();
            while (slots.size() > 1 && (slots.size() > COURSES || people > PEOPLE)) {
                people -= oldest.next().getValue().size();
                oldest.remove();
            }
            return slot;
        }
    }

    private SeenRoster ask(Course course, PlatformRegistration registration) {
        try {
            Membership membership = roster.members(
                    registration, new RosterService(course.memberships(), List.of()), RosterQuery.ALL.limit(PAGE));
            LearnerKey keys = LearnerKey.at(masterKey, course.tenant(), registration.issuer());
            RoleMapping mapping = mappings.of(course.tenant(), course.platform());
            Map<String, SeenRoster.Person> people = new LinkedHashMap<>();
            membership.members().stream()
                    .filter(member -> member.status() == Member.Status.ACTIVE)
                    .forEach(member -> people.put(keys.of(member.userId()), person(member, mapping)));
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> "roster read tenant=" + course.tenant() + " platform=" + course.platform() + " members="
                            + people.size() + " complete=" + membership.complete());
            return SeenRoster.read(people, membership.complete());
        } catch (ServiceFailed failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "roster not read tenant=" + course.tenant() + " platform=" + course.platform() + " fault="
                            + failed.fault().code() + " detail=" + failed.detail());
            return SeenRoster.failed(failed.fault());
        }
    }

    private static SeenRoster.Person person(Member member, RoleMapping mapping) {
        boolean learner = member.roles().decide(mapping).right() == RoleDecision.Right.LEARNER;
        return new SeenRoster.Person(member.displayName(), learner);
    }

    /** One course. Whoever wants it while it is being asked for waits for the same answer. */
    private final class Slot {

        private final ReentrantLock asking = new ReentrantLock();
        private volatile SeenRoster seen = SeenRoster.NOT_OFFERED;
        private volatile Instant until = Instant.MIN;

        Optional<SeenRoster> fresh(Instant now) {
            return now.isBefore(until) ? Optional.of(seen) : Optional.empty();
        }

        int size() {
            return seen.people().size();
        }

        SeenRoster get(Course course, PlatformRegistration registration) throws InterruptedException {
            if (!asking.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return SeenRoster.busy();
            }
            try {
                Optional<SeenRoster> meanwhile = fresh(clock.instant());
                if (meanwhile.isEmpty()) {
                    seen = ask(course, registration);
                    until = clock.instant().plus(seen.isRead() ? GOOD_FOR : BAD_FOR);
                }
                return seen;
            } finally {
                asking.unlock();
            }
        }
    }
}
