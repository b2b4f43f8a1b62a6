package org.lectern.adapter.judge;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A second opinion, independent of ours: npm's {@code @learninglocker/xapi-validation}. Needs {@code node} and {@code npm}
 * on the path; installs the validator once into its folder, which takes the network unless npm has it cached.
 */
public final class NpmJudge {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "judge.mjs");
    private static final int INSTALL_MINUTES = 3;
    private static final int JUDGE_MINUTES = 1;

    private final Path folder;

    /** @param folder where the validator gets installed, for example {@code target/xapi-judge} */
    public NpmJudge(Path folder) {
        this.folder = folder;
    }

    /** A judge in the {@code target} folder of the module under test. */
    public static NpmJudge inTarget() {
        return new NpmJudge(Path.of("target", "xapi-judge"));
    }

    /**
     * What the validator says of statements, each a JSON object without line breaks.
     *
     * @return one verdict per statement in their order: {@code ok}, or its warnings
     * @throws IOException when node or npm is missing, fails or takes too long
     */
    public List<String> verdicts(List<byte[]> statements) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // One at a time, in this process and among all that share the folder.
        synchronized (NpmJudge.class) {
            try (FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                install();
                return judged(statements);
            }
        }
    }

    private List<String> judged(List<byte[]> statements) throws IOException, InterruptedException {
        Path lines = Files.createTempFile(folder, "statements", ".jsonl");
        List<String> text = new ArrayList<>();
        for (byte[] statement : statements) {
            text.add(new String(statement, StandardCharsets.UTF_8));
        }
        Files.write(lines, text);
        List<String> verdicts =
                run(lines, JUDGE_MINUTES, "node", "judge.mjs").lines().toList();
        Files.delete(lines);
        if (verdicts.size() != statements.size()) {
            throw new IOException(statements.size() + " statements, but " + verdicts.size() + " verdicts");
        }
        return verdicts;
    }

    /** Once: the stamp is written last and holds what was installed. */
    private void install() throws IOException, InterruptedException {
        for (String file : FILES) {
            try (InputStream source = NpmJudge.class.getResourceAsStream("/node/" + file)) {
                Files.copy(source, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path stamp = folder.resolve("installed.json");
        Path wanted = folder.resolve("package-lock.json");
        if (!Files.exists(stamp) || Files.mismatch(stamp, wanted) != -1) {
            Path nothing = Files.writeString(folder.resolve("empty"), "");
            run(nothing, INSTALL_MINUTES, "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
            Files.copy(wanted, stamp, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String run(Path input, int minutes, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve(command[0] + ".out");
        Path errors = folder.resolve(command[0] + ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " took longer than " + minutes + " min");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + Files.readString(errors));
        }
        return Files.readString(output);
    }
}
