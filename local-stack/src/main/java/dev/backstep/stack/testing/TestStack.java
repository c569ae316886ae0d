package dev.backstep.stack.testing;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackSettings;
import dev.backstep.stack.postgres.Connections;
import dev.backstep.stack.postgres.Replica;
import dev.backstep.stack.process.MadeOnce;
import dev.backstep.stack.service.GatewayRecipe;
import dev.backstep.stack.service.ServiceConfiguration;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Real servers for tests, on free ports, without waiting for the disk. Nothing is reset between
 * tests: each brings its own ids. Servers that a test stops or pauses, it starts or resumes again.
 */
public final class TestStack implements AutoCloseable {
  // A system property, since Quarkus loads tests and their resources with different class loaders.
  private static final String CURRENT = "backstep.test.stack";

  private final LocalStack stack;

  private TestStack(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Starts those parts with fresh data in that directory, in place of whatever an earlier run left
   * there.
   */
  public static TestStack start(Path directory, Set<Part> parts) {
    return start(directory, parts, Choice.ofThisJvm());
  }

  /**
   * The same, and every server is a process of this machine, whatever was chosen: for those who
   * need more of it than its answers, such as its files, its pid or its own settings.
   */
  public static TestStack ofProcesses(Path directory, Set<Part> parts) {
    return start(directory, parts, Infrastructure.EMBEDDED);
  }

  private static TestStack start(Path directory, Set<Part> parts, Infrastructure infrastructure) {
    var home = new StackDirectory(directory);
    var settings = new StackSettings(FreePorts.claimBase(), Purpose.TESTS);
    removeLeftovers(home, infrastructure);
    var stack = at(home, settings, infrastructure);
    try {
      return stack.with(parts);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  // An earlier run may have chosen otherwise.
  private static void removeLeftovers(StackDirectory home, Infrastructure infrastructure) {
    home.settings()
        .ifPresent(old ->
            EnumSet.of(Infrastructure.EMBEDDED, infrastructure)
                .forEach(each -> at(home, old, each).close()));
    try {
      MadeOnce.delete(home.path());
      Files.createDirectories(home.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestStack at(
      StackDirectory home, StackSettings settings, Infrastructure infrastructure) {
    var layout = Layout.of(ProjectRoot.find(), home, settings);
    return new TestStack(new LocalStack(layout, infrastructure.elsewhere(layout)));
  }

  /**
   * The stack that all tests of this JVM share, with at least those parts; it is stopped when the
   * JVM ends.
   */
  public static TestStack shared(Set<Part> parts) {
    synchronized (CURRENT) { // a literal: one object for all class loaders
      if (System.getProperty(CURRENT) == null) {
        var fresh = start(Path.of("target", "test-stack"), Set.of());
        Runtime.getRuntime().addShutdownHook(new Thread(fresh::close, "stop test stack"));
        System.setProperty(CURRENT, fresh.stack.layout().directory().path().toString());
      }
      return current().with(parts);
    }
  }

  /**
   * Whether PostgreSQL, Kafka and Redis of the tests of this JVM are containers, by what somebody
   * said or by what is there.
   */
  public static boolean isOfContainers() {
    return Choice.ofThisJvm() == Infrastructure.TESTCONTAINERS;
  }

  /** The shared stack of this JVM, which {@link ServiceResource} or {@link #shared} has started. */
  public static TestStack current() {
    String directory = System.getProperty(CURRENT);
    if (directory == null) {
      throw new IllegalStateException("No test stack was started in this JVM");
    }
    var home = new StackDirectory(Path.of(directory));
    return at(home, home.settings().orElseThrow(), Choice.ofThisJvm());
  }

  /** Starts those of the parts that are not running. */
  public TestStack with(Set<Part> parts) {
    stack.start(LocalStack.firstOf(parts), Progress.silent());
    return this;
  }

  /** What that service must be told to find its database, Kafka, the gateway and the token key. */
  public Map<String, String> configurationOf(Part service) {
    token(Role.VIEWER, "nobody");
    return ServiceConfiguration.of(stack.layout(), Instance.of(service));
  }

  /** The URL of that database; without roles and passwords. */
  public String jdbcUrl(String database) {
    return stack.layout().url(Part.POSTGRES) + database;
  }

  /** The same on the replica. */
  public String replicaUrl(String database) {
    return stack.layout().url(Part.POSTGRES_REPLICA) + database;
  }

  /** Where Redis answers, with its password. */
  public String redisUrl() {
    return ServiceConfiguration.redis(stack.layout());
  }

  /** What can be done to the replica while it runs. */
  public Replica replica() {
    return new Replica(stack.layout());
  }

  /** Reads everything in that database, changes nothing. */
  public Connection auditor(String database) throws SQLException {
    return connection(database, Databases.AUDITOR);
  }

  /** May do anything. For arranging faults, not for what a service is supposed to do. */
  public Connection superuser(String database) throws SQLException {
    return connection(database, Databases.SUPERUSER);
  }

  /**
   * Connects as that role: the service's application role or its owner, by {@link Databases}' rule.
   */
  public Connection connection(String database, String role) throws SQLException {
    return Connections.open(stack.layout(), database, role);
  }

  /** The password of that database role. */
  public String password(String role) {
    return stack.layout().secrets().password(role);
  }

  /** The password of that user of the console. */
  public String consolePassword(String user) {
    return stack.layout().secrets().consolePassword(user);
  }

  public String kafkaBootstrap() {
    return stack.layout().url(Part.KAFKA);
  }

  public String gatewayUrl() {
    return stack.layout().url(Part.GATEWAY);
  }

  /** Where the gateway simulator keeps its ledger: a witness that no service can touch. */
  public Path gatewayDirectory() {
    return GatewayRecipe.directory(stack.layout());
  }

  /** A token that the services accept. */
  public String token(Role role, String name) {
    return TokenMint.of(stack.layout()).token(role, name);
  }

  /** The same, already expired. */
  public String expiredToken(Role role, String name) {
    return TokenMint.of(stack.layout()).token(role, name, Duration.ofHours(-1));
  }

  /** Stops it cleanly. */
  public void stop(Part part) {
    stack.stop(Instance.of(part));
  }

  /** Kills it, as a crash would. */
  public void kill(Part part) {
    stack.kill(Instance.of(part));
  }

  /** Starts it again, on the same port with the same data. */
  public void start(Part part) {
    stack.start(Instance.of(part));
  }

  /** Freezes it: connections stay open, nothing answers. */
  public void pause(Part part) {
    stack.pause(Instance.of(part));
  }

  public void resume(Part part) {
    stack.resume(Instance.of(part));
  }

  /** All of the stack, for tests over real service processes and second instances. */
  public LocalStack processes() {
    return stack;
  }

  /** Stops every process; the data stays for a look, until the next start in the same directory. */
  @Override
  public void close() {
    stack.stopAll(Progress.silent());
  }
}
