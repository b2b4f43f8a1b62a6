package org.lectern.config.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Settings;
import org.lectern.config.source.LecternFile;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.TenantsReader;

/**
 * The whole configuration.
 *
 * @param gateway the deployment itself
 * @param tenants the institutions declared
 * @param warnings what is allowed but probably not meant, tenants' included; one line each, to be logged at the start
 */
public record Configuration(GatewaySettings gateway, DeclaredTenants tenants, List<String> warnings) {

    public Configuration {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads everything at once.
     *
     * @param rooms reads the settings of other rooms in the same reading; what it asks for is no typing mistake
     * @param alsoKnown names of settings that others read, so that they are no typing mistakes, either; {@code *} stands for one
     *     part of a name, {@code **} at the end for any rest ({@code lectern.playground.**})
     * @throws org.lectern.config.source.UnreadableFile if the file cannot be read
     * @throws org.lectern.config.setting.WrongSetting naming everything that is wrong, in gateway, tenants and rooms
     */
    public static Configuration read(Config config, Consumer<Settings> rooms, Collection<String> alsoKnown) {
        Settings settings = Settings.of(config);
        GatewaySettings gateway = GatewaySettings.collect(settings);
        DeclaredTenants tenants = new TenantsReader(settings).collect();
        rooms.accept(settings);
        settings.refuseIfWrong();
        Set<String> inFile =
                LecternFile.in(config).map(LecternFile::getPropertyNames).orElse(Set.of());
        List<String> warnings = new ArrayList<>(tenants.warnings());
        Set<String> known = new TreeSet<>(alsoKnown);
        known.addAll(settings.asked());
        warnings.addAll(new KnownNames(known).warnings(inFile));
        warnings.addAll(UnlistedNames.warnings(inFile, tenants));
        return new Configuration(gateway, tenants, warnings);
    }
}
