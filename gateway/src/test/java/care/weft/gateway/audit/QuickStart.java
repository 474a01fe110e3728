package care.weft.gateway.audit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts one main class of the tests again and again in half of the usual time: what a first process loaded and linked, the Java
 * virtual machine keeps for the later ones. Folders of classes, which it would not take for that, are put into jars.
 */
final class QuickStart {

    private final List<String> begin;
    private final Path learnt;
    private final List<String> main;

    /** @param directory of its own: what is kept takes some 50 MB */
    QuickStart(Class<?> main, Path directory) {
        learnt = directory.resolve("learnt.jsa");
        begin = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Less to start, for it lives for less than a second after that.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED");
        this.main = List.of("-cp", classPath(directory), main.getName());
    }

    /** The process to learn from: it must end by itself. */
    ProcessBuilder first(List<String> arguments) {
        return start(List.of("-XX:ArchiveClassesAtExit=" + learnt, "-Xlog:cds*=off"), arguments);
    }

    /** Any later one. Slower, and no worse, where nothing was learnt. */
    ProcessBuilder next(List<String> arguments) {
        return start(List.of("-XX:SharedArchiveFile=" + learnt, "-Xshare:auto", "-Xlog:cds*=off"), arguments);
    }

    private ProcessBuilder start(List<String> options, List<String> arguments) {
        var command = new ArrayList<>(begin);
        command.addAll(options);
        command.addAll(main);
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String classPath(Path directory) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? jar(entry, directory) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path folder, Path directory) {
        var jar = directory.resolve(Integer.toHexString(folder.hashCode()) + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            out.setLevel(0);
            // Folders too, or what is looked for in one is not found.
            for (var file : files.filter(file -> !file.equals(folder)).toList()) {
                var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (!Files.isDirectory(file)) {
                    Files.copy(file, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
