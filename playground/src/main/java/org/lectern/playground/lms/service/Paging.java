package org.lectern.playground.lms.service;

import java.util.List;
import java.util.Optional;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;

/** One page of a list, by {@code limit} and {@code page} (from 1), and the Link header that leads on. */
record Paging(int limit, int page) {
    private static final int LARGEST = 1_000_000;

    /** Most: what the LMS gives at most on a page. */
    static Paging of(Parameters query, int most) {
        return new Paging(Math.min(most, positive(query, "limit", most)), positive(query, "page", 1));
    }

    <T> List<T> of(List<T> all) {
        int from = (int) Math.min(all.size(), (long) (page - 1) * limit);
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    /** The answer with a link to the next page, if there is one; address is without limit and page. */
    Answer linked(Answer answer, String address, int total) {
        if ((long) page * limit >= total) {
            return answer;
        }
        String join = address.contains("?") ? "&" : "?";
        return answer.with("Link", "<" + address + join + "limit=" + limit + "&page=" + (page + 1) + ">; rel=\"next\"");
    }

    private static int positive(Parameters query, String name, int otherwise) {
        Optional<String> text = query.find(name);
        if (text.filter(found -> !found.matches("[1-9]\\d{0,6}") || Integer.parseInt(found) > LARGEST)
                .isPresent()) {
            throw ServiceRefused.of(400, "bad_request", name + " must be a whole number from 1; found " + text.get());
        }
        return text.map(Integer::parseInt).orElse(otherwise);
    }
}
