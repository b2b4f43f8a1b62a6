package org.lectern.lti.roster;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lectern.lti.access.NextPage;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceRequest;
import org.lectern.lti.launch.RosterService;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * Reads the members of a course (NRPS 2.0). Page after page by the {@code Link} header, as far as the bounds allow; a next page on
 * another host is not asked. Thread-safe; blocks its callers.
 */
public final class Roster {
    /** The one scope of this service (NRPS 2.0 §2.1). */
    public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /** What is asked for, exactly: a list of types or one with {@code q} is refused by Moodle (NRPS 2.0 §2.2). */
    public static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private static final Pattern MORE = Pattern.compile("(?i)\\brel\\s*=\\s*[\"'\u201c\u201d]?\\s*next\\b");

    private final PlatformServices services;
    private final RosterBounds bounds;
    private final Clock clock;

    public Roster(PlatformServices services, RosterBounds bounds, Clock clock) {
        this.services = services;
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * The members.
     *
     * @throws ServiceFailed when the first page cannot be had; when a later one cannot, the pages before it are the answer
     */
    public Membership members(PlatformRegistration registration, RosterService service, RosterQuery query) {
        Instant end = clock.instant().plus(bounds.within());
        Map<String, Member> found = new LinkedHashMap<>();
        Set<URI> asked = new HashSet<>();
        Optional<URI> next = Optional.of(RosterAddress.first(service.contextMembershipsUrl(), query));
        boolean ledAway = false;
        while (next.isPresent() && asked.size() < bounds.pages() && found.size() < bounds.members()) {
            URI address = next.get();
            Duration left = Duration.between(clock.instant(), end);
            if (!asked.add(address) || left.isNegative() || left.isZero()) {
                break;
            }
            try {
                ServiceAnswer page = page(registration, address, left);
                MemberReader.read(page).forEach(member -> found.putIfAbsent(member.userId(), member));
                next = NextPage.after(page, address).map(one -> RosterAddress.next(one, query));
                ledAway = next.isEmpty() && saysThereAreMore(page);
            } catch (ServiceFailed failed) {
                if (found.isEmpty()) {
                    throw failed;
                }
                break;
            }
        }
        return cut(
                found.values().stream().filter(member -> wanted(member, query)).toList(), next.isEmpty() && !ledAway);
    }

    private ServiceAnswer page(PlatformRegistration registration, URI address, Duration left) {
        Duration within = left.compareTo(ServiceRequest.WITHIN) < 0 ? left : ServiceRequest.WITHIN;
        ServiceAnswer answer = services.call(
                registration, Set.of(SCOPE), ServiceRequest.get(address, TYPE).within(within));
        if (!answer.good()) {
            throw ServiceFailed.of(answer, clock);
        }
        return answer;
    }

    /** A next page that must not be asked, such as one on another host. */
    private static boolean saysThereAreMore(ServiceAnswer page) {
        return page.header("link").filter(MORE.asPredicate()).isPresent();
    }

    private Membership cut(List<Member> members, boolean complete) {
        return members.size() <= bounds.members()
                ? new Membership(members, complete)
                : new Membership(new ArrayList<>(members.subList(0, bounds.members())), false);
    }

    /** Platforms that know no roles in queries send everybody. */
    private static boolean wanted(Member member, RosterQuery query) {
        return query.role().map(role -> member.roles().has(role)).orElse(true);
    }
}
