package org.lectern.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LecternFileTest {

    private static final UnaryOperator<String> NOTHING = name -> null;

    @TempDir
    Path folder;

    @Test
    void readsTheFileOfTheWorkingFolderByDefault() throws IOException {
        write("lectern.properties", "lectern.tenants=acme");

        assertThat(file(NOTHING, NOTHING).getValue("lectern.tenants")).isEqualTo("acme");
    }

    @Test
    void isEmptyWithoutAnyFile() {
        LecternFile file = file(NOTHING, NOTHING);

        assertThat(file.getPropertyNames()).isEmpty();
        assertThat(file.folder()).isEqualTo(folder);
        assertThatCode(file::check).doesNotThrowAnyException();
    }

    @Test
    void prefersSystemPropertyToEnvironmentToWorkingFolder() throws IOException {
        write("lectern.properties", "from=working folder");
        Path byEnvironment = write("e.properties", "from=environment");
        Path byProperty = write("p.properties", "from=property");
        UnaryOperator<String> environment = Map.of("LECTERN_CONFIG", byEnvironment.toString())::get;
        UnaryOperator<String> property = Map.of("lectern.config", byProperty.toString())::get;

        assertThat(file(property, environment).getValue("from")).isEqualTo("property");
        assertThat(file(NOTHING, environment).getValue("from")).isEqualTo("environment");
    }

    @Test
    void knowsItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        write("etc/a.properties", "");

        assertThat(named("etc/a.properties").folder()).isEqualTo(folder.resolve("etc"));
    }

    @Test
    void readsUtf8WithOrWithoutByteOrderMark() throws IOException {
        write("a.properties", "\uFEFFlectern.tenant.acme.name=Universität Łódź 大学");

        assertThat(named("a.properties").getValue("lectern.tenant.acme.name")).isEqualTo("Universität Łódź 大学");
    }

    @Test
    void saysThatANamedFileIsMissing() {
        assertThatThrownBy(named("absent.properties")::check)
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(folder.resolve("absent.properties").toString())
                .hasMessageContaining("does not exist")
                .hasMessageContaining("LECTERN_CONFIG");
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertThatThrownBy(named(folder.toString())::check)
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void namesTheLineOfABadEscapeWithoutQuotingIt() throws IOException {
        write("a.properties", "lectern.tenants=acme\nlectern.tenant.acme.lrs.secret=hush\\users\n");

        assertThatThrownBy(named("a.properties")::check)
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("hush");
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Files.write(folder.resolve("a.properties"), "name=Universität".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(named("a.properties")::check)
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void isFoundByMicroProfileConfig() {
        assertThat(ServiceLoader.load(ConfigSource.class)).anyMatch(LecternFile.class::isInstance);
    }

    private LecternFile named(String name) {
        return file(Map.of("lectern.config", name)::get, NOTHING);
    }

    private LecternFile file(UnaryOperator<String> property, UnaryOperator<String> environment) {
        return new LecternFile(property, environment, folder);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
