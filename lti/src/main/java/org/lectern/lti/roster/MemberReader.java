package org.lectern.lti.roster;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceFault;
import org.lectern.lti.launch.Roles;

/** Reads a page of a membership container (NRPS 2.0 §2.2). What is no member is left out; a page without a list of them is refused. Pure. */
final class MemberReader {
    private static final int ID_LIMIT = 255;
    private static final int TEXT_LIMIT = 1024;
    // Controls, and the marks that turn the reading direction.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+");

    private MemberReader() {}

    /** @throws ServiceFailed {@code service.unusable} */
    static List<Member> read(ServiceAnswer answer) {
        try {
            Map<String, Object> page = JSONObjectUtils.parse(answer.text());
            if (page != null && page.get("members") instanceof List<?> members) {
                return members.stream()
                        .flatMap(member -> member instanceof Map<?, ?> one
                                ? member(one).stream()
                                : Optional.<Member>empty().stream())
                        .toList();
            }
        } catch (ParseException notJson) {
            throw new ServiceFailed(
                    ServiceFault.SERVICE_UNUSABLE, "the members are no JSON object", Optional.empty(), notJson);
        }
        throw new ServiceFailed(ServiceFault.SERVICE_UNUSABLE, "the answer has no list of members");
    }

    private static Optional<Member> member(Map<?, ?> member) {
        return id(member.get("user_id"))
                .map(id -> new Member(
                        id,
                        status(member.get("status")),
                        new Roles(texts(member.get("roles"))),
                        label(member.get("name")),
                        label(member.get("given_name")),
                        label(member.get("family_name")),
                        label(member.get("email")),
                        label(member.get("lis_person_sourcedid"))));
    }

    /** Some platforms write numbers where the standard has texts; in launches the same id is a text. */
    private static Optional<String> id(Object value) {
        return value instanceof String || value instanceof Long || value instanceof Integer
                ? Optional.of(value.toString()).filter(id -> !id.isBlank() && id.length() <= ID_LIMIT)
                : Optional.empty();
    }

    /** Without a status somebody takes part. An unknown one is no reason to count them out. */
    private static Member.Status status(Object value) {
        String status = value instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
        return status.equals("inactive")
                ? Member.Status.INACTIVE
                : status.equals("deleted") ? Member.Status.DELETED : Member.Status.ACTIVE;
    }

    private static List<String> texts(Object value) {
        if (value instanceof String one) {
            return List.of(one);
        }
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Optional<String> label(Object value) {
        return value instanceof String text
                ? Optional.of(UNPRINTABLE.matcher(text).replaceAll(" ").strip())
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.length() <= TEXT_LIMIT ? line : line.substring(0, TEXT_LIMIT))
                : Optional.empty();
    }
}
