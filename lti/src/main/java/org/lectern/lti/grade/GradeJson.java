package org.lectern.lti.grade;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceFault;

/** Reads and writes the media types of AGS 2.0 §3. What is optional and has a wrong form counts as absent. Pure. */
final class GradeJson {

    private GradeJson() {}

    static String written(LineItem item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", item.label());
        json.put("scoreMaximum", item.scoreMaximum());
        item.resourceLinkId().ifPresent(link -> json.put("resourceLinkId", link));
        item.resourceId().ifPresent(resource -> json.put("resourceId", resource));
        item.tag().ifPresent(tag -> json.put("tag", tag));
        return JSONObjectUtils.toJSONString(json);
    }

    static String written(Score score) {
        return JSONObjectUtils.toJSONString(score.json());
    }

    static List<LineItem> lineItems(ServiceAnswer answer) {
        List<LineItem> items = new ArrayList<>();
        for (Object entry : array(answer)) {
            if (entry instanceof Map<?, ?> json) {
                lineItem(json).ifPresent(items::add);
            }
        }
        return items;
    }

    static LineItem lineItem(ServiceAnswer answer) {
        return lineItem(object(answer))
                .filter(item -> item.id().isPresent())
                .orElseThrow(() -> unusable("a line item without id, label or maximum"));
    }

    private static Optional<LineItem> lineItem(Map<?, ?> json) {
        Optional<BigDecimal> maximum = number(json, "scoreMaximum").filter(value -> value.signum() > 0);
        // Some platforms keep items without a label, made by hand or by another service.
        String label = text(json, "label").orElse("-");
        return maximum.map(value -> new LineItem(
                text(json, "id").flatMap(GradeJson::address),
                label,
                value,
                text(json, "resourceLinkId").or(() -> text(json, "ltiLinkId")),
                text(json, "resourceId"),
                text(json, "tag")));
    }

    static List<Result> results(ServiceAnswer answer) {
        List<Result> results = new ArrayList<>();
        for (Object entry : array(answer)) {
            if (entry instanceof Map<?, ?> json) {
                text(json, "userId")
                        .ifPresent(user -> results.add(new Result(
                                user,
                                number(json, "resultScore"),
                                number(json, "resultMaximum"),
                                text(json, "comment"))));
            }
        }
        return results;
    }

    private static List<Object> array(ServiceAnswer answer) {
        try {
            List<Object> array = JSONArrayUtils.parse(answer.text());
            if (array != null) {
                return array;
            }
        } catch (ParseException notAnArray) {
            throw unusable("not a JSON array");
        }
        throw unusable("nothing instead of a JSON array");
    }

    private static Map<String, Object> object(ServiceAnswer answer) {
        try {
            Map<String, Object> object = JSONObjectUtils.parse(answer.text());
            if (object != null) {
                return object;
            }
        } catch (ParseException notAnObject) {
            throw unusable("not a JSON object");
        }
        throw unusable("nothing instead of a JSON object");
    }

    // The parser's own message repeats what it read, which may be about persons.
    private static ServiceFailed unusable(String what) {
        return new ServiceFailed(ServiceFault.SERVICE_UNUSABLE, what);
    }

    private static Optional<String> text(Map<?, ?> json, String name) {
        Object value = json.get(name);
        return value instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : value instanceof Number number ? Optional.of(number.toString()) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Map<?, ?> json, String name) {
        Object value = json.get(name);
        if (!(value instanceof Number) && !(value instanceof String)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.toString().strip()))
                    .filter(number -> number.precision() < 20 && Math.abs(number.scale()) < 20);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.strip());
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
