package org.lectern.gateway.start;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Finding;
import org.lectern.config.setting.WrongSetting;

/** A real MicroProfile Config of lines such as {@code lectern.delivery.workers=4}, and what a room finds wrong in it. */
public final class GivenSettings {

    private GivenSettings() {}

    public static Config of(String... lines) {
        Map<String, String> properties = Arrays.stream(lines)
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "given", 100))
                .build();
    }

    /** The sentences of the refusal; fails when there is none. */
    public static List<String> wrongIn(Function<Config, ?> room, String... lines) {
        WrongSetting refusal = catchThrowableOfType(WrongSetting.class, () -> room.apply(of(lines)));
        return refusal.findings().stream().map(Finding::toString).toList();
    }
}
