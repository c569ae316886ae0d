package dev.backstep.stack.process;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Purpose;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The flags of every JVM of the stack, in one place. */
public final class Jvm {
  /**
   * The first compiler alone: quick to begin with, and slower in the end. For processes that tests
   * kill and start all the time, and those that have little to do: decision 0016.
   */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  /**
   * A method is compiled after 20 calls, not 200: the first compiler is quick, and a service that
   * is back after an outage is met by a crowd, as are those who work for it: decision 0025.
   */
  private static final List<String> FIRST_COMPILER_SOON =
      List.of(FIRST_COMPILER, "-XX:CompileThresholdScaling=0.1");

  /**
   * Both compilers: a stack that is used runs for longer than it takes to compile. What the second
   * one needed for that goes back to the machine within 20 s.
   */
  private static final List<String> BOTH_COMPILERS = List.of("-XX:TrimNativeHeapInterval=20000");

  /** In ms: a JVM looks four times a second for monitors that nobody waits for any more. */
  private static final List<String> SELDOM_AWAKE =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:AsyncDeflationInterval=5000");

  /**
   * One compiler alone reserves 48 MB for its code, and each seventh of that ends in a collection
   * of the whole heap: a quarter of a second. Reserved is not used.
   */
  private static final String ROOM_FOR_CODE = "-XX:ReservedCodeCacheSize=240m";

  private Jvm() {}

  /** The start of a command line: java, and the flags for that instance running from those jars. */
  public static List<String> flags(Instance instance, Layout layout, List<Path> jars) {
    Part part = instance.part();
    var flags = new ArrayList<String>();
    flags.add(java());
    // A dozen JVMs share a laptop: small heaps, no threads for collecting garbage, small headers.
    flags.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xss512k"));
    flags.addAll(SELDOM_AWAKE);
    flags.addAll(compilers(part, layout.settings().purpose()));
    flags.addAll(sizes(part));
    flags.addAll(stored(instance, layout, jars));
    return flags;
  }

  /** What an earlier run of it has left for this one: decision 0016. */
  private static List<String> stored(Instance instance, Layout layout, List<Path> jars) {
    return switch (layout.settings().purpose()) {
      case USE -> AotCache.of(instance, layout, jars).flags();
      case TESTS -> storedForTests(instance.part(), layout, jars);
    };
  }

  /** Tests start services again and again; the others are small, or started once. */
  private static List<String> storedForTests(Part part, Layout layout, List<Path> jars) {
    return part.isService() ? ClassArchive.of(part, layout, jars).flags() : List.of();
  }

  /** Whether the services that tests start find their classes stored. */
  public static boolean hasStoredForTests(ProjectRoot root) {
    return Part.services().stream()
        .allMatch(service ->
            ClassArchive.isIn(
                root.testClassArchives(), service, List.of(root.serviceJar(service))));
  }

  /** The start of a command line for a main class on that class path; the class's name follows. */
  public static List<String> command(Instance instance, Layout layout, List<Path> classPath) {
    var command = flags(instance, layout, classPath);
    command.addAll(List.of("-cp", joined(classPath)));
    return command;
  }

  /** The java that runs this. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A class path as the command line wants it. */
  public static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> compilers(Part part, Purpose purpose) {
    return switch (part) {
      case KAFKA, ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR ->
          switch (purpose) {
            case USE -> BOTH_COMPILERS;
            case TESTS -> FIRST_COMPILER_SOON;
          };
      case GATEWAY, TOKENS -> FIRST_COMPILER_SOON;
      case LRA_COORDINATOR -> List.of(FIRST_COMPILER);
      case POSTGRES, POSTGRES_REPLICA, REDIS -> throw needsNone(part);
    };
  }

  private static List<String> sizes(Part part) {
    return switch (part) {
      case KAFKA -> List.of("-Xms160m", "-Xmn96m", "-Xmx320m", ROOM_FOR_CODE);
      // It remembers the answer to each charge for ever: half a kilobyte each, a million of them.
      case GATEWAY -> List.of("-Xms96m", "-Xmx512m");
      case TOKENS -> List.of("-Xmx96m");
      case ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR ->
          List.of("-Xmn64m", "-Xmx256m", ROOM_FOR_CODE);
      case LRA_COORDINATOR -> List.of("-Xmx160m");
      case POSTGRES, POSTGRES_REPLICA, REDIS -> throw needsNone(part);
    };
  }

  private static IllegalArgumentException needsNone(Part part) {
    return new IllegalArgumentException(part.label() + " needs no JVM");
  }
}
