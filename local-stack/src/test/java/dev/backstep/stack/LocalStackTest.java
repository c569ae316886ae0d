package dev.backstep.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.ProcessStatus.Health;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.process.Daemon;
import dev.backstep.stack.process.Patience;
import dev.backstep.stack.process.Port;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.lang.Thread.State;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LocalStackTest {
  private static final Set<Part> SERVERS =
      EnumSet.of(
          Part.POSTGRES, Part.POSTGRES_REPLICA, Part.KAFKA, Part.REDIS, Part.GATEWAY, Part.TOKENS);

  private static TestStack servers;
  private static LocalStack stack;

  @BeforeAll
  static void startServers() {
    servers = TestStack.ofProcesses(Path.of("target", "local-stack-test"), SERVERS);
    stack = servers.processes();
  }

  @AfterAll
  static void stopServers() {
    servers.close();
    assertThat(stack.alive()).isEmpty();
  }

  private static Health healthOf(Part part) {
    return stack.status().stream()
        .filter(status -> status.instance().part() == part)
        .findFirst()
        .orElseThrow()
        .health();
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      mode = Mode.MATCH_ANY,
      names = {"POSTGRES|POSTGRES_REPLICA|KAFKA|REDIS|GATEWAY|TOKENS"})
  void whatWasKilledIsReadyAgainAfterAStart(Part part) {
    stack.kill(Instance.of(part));
    assertThat(healthOf(part)).isEqualTo(Health.DEAD);
    stack.start(Instance.of(part));
    assertThat(healthOf(part)).isEqualTo(Health.READY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      mode = Mode.MATCH_ANY,
      names = {"POSTGRES|KAFKA|REDIS|GATEWAY"})
  @Timeout(60)
  void whatWasPausedIsNotReadyUntilItIsResumed(Part part) {
    servers.pause(part);
    assertThat(healthOf(part)).isEqualTo(Health.NOT_READY);
    servers.resume(part);
    assertThat(healthOf(part)).isEqualTo(Health.READY);
  }

  @Test
  @Timeout(60)
  void whatIsStillLeavingIsStartedAnewWhenItIsGone() throws InterruptedException {
    servers.pause(Part.REDIS);
    var start = Thread.ofPlatform().start(() -> startOne(Instance.of(Part.REDIS)));
    Patience.until(Duration.ofSeconds(30), () -> start.getState() == State.TIMED_WAITING);
    servers.kill(Part.REDIS);
    start.join();
    assertThat(healthOf(Part.REDIS)).isEqualTo(Health.READY);
  }

  /** In the thread that calls it, and nothing before it looks at the process. */
  private static void startOne(Instance instance) {
    var directory = stack.layout().directory();
    var daemon =
        new Daemon(instance.name(), directory.pidFile(instance), directory.log(instance.name()));
    new StartOne(stack.layout(), instance, daemon, new SpawnGate()).run();
  }

  @Test
  void rowsAndTopicsSurviveAStopAndAKill() throws Exception {
    try (var owner = servers.connection("payment_service", "payment_service_owner");
        var statement = owner.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 7 AS n");
    }
    servers.stop(Part.POSTGRES);
    servers.start(Part.POSTGRES);
    servers.kill(Part.POSTGRES);
    servers.start(Part.POSTGRES);
    assertThat(kept()).isEqualTo(7);
    var topics = topics();
    servers.kill(Part.KAFKA);
    servers.start(Part.KAFKA);
    assertThat(topics()).isEqualTo(topics).isNotEmpty();
  }

  private static int kept() throws SQLException {
    try (var auditor = servers.auditor("payment_service");
        var statement = auditor.createStatement();
        var rows = statement.executeQuery("SELECT n FROM kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Set<String> topics() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers.kafkaBootstrap()))) {
      return Set.copyOf(admin.listTopics().names().get());
    }
  }

  @Test
  void startsOverALockFileWhosePidIsAnotherProgramsByNow() {
    servers.kill(Part.POSTGRES);
    Path lock = stack.layout().directory().of("postgres/data/postmaster.pid");
    String old = TextFile.read(lock).orElseThrow();
    TextFile.write(lock, old.replaceFirst("\\d+", "" + ProcessHandle.current().pid()));
    servers.start(Part.POSTGRES);
    assertThat(healthOf(Part.POSTGRES)).isEqualTo(Health.READY);
  }

  @Test
  void aTakenPortIsNamedInOneLineAndTheRestIsLeftAlone() throws IOException {
    servers.stop(Part.REDIS);
    int port = stack.layout().port(Part.REDIS);
    try (var other = new ServerSocket()) {
      other.bind(Port.address(port));
      assertThatThrownBy(() -> servers.start(Part.REDIS))
          .isInstanceOf(StackFailure.class)
          .hasMessage(
              "Taken by another program: port %d (redis). Stop it, or choose other ports with --port-base N",
              port);
    }
    servers.start(Part.REDIS);
    assertThat(healthOf(Part.POSTGRES)).isEqualTo(Health.READY);
  }

  @Test
  void oneThatDiesWhileStartingIsNamedWithTheEndOfItsLog() throws IOException {
    servers.stop(Part.POSTGRES);
    Path settings = stack.layout().directory().of("postgres/data/postgresql.conf");
    String good = Files.readString(settings);
    Files.writeString(settings, good + "\nno_such_setting = on\n");
    try {
      assertThatThrownBy(() -> servers.start(Part.POSTGRES))
          .isInstanceOf(StackFailure.class)
          .hasMessageStartingWith("postgres ended while it was starting")
          .hasMessageContaining("logs/postgres.log")
          .hasMessageContaining("no_such_setting");
    } finally {
      Files.writeString(settings, good);
      servers.start(Part.POSTGRES);
    }
  }

  @Test
  void startsOnlyWhatIsMissing() {
    var before = pids();
    servers.kill(Part.GATEWAY);
    servers.with(SERVERS);
    var after = pids();
    assertThat(after.get(Part.GATEWAY)).isNotEqualTo(before.get(Part.GATEWAY));
    after.remove(Part.GATEWAY);
    before.remove(Part.GATEWAY);
    assertThat(after).isEqualTo(before);
  }

  private static Map<Part, Long> pids() {
    var pids = new EnumMap<Part, Long>(Part.class);
    stack
        .status()
        .forEach(each -> each.pid().ifPresent(pid -> pids.put(each.instance().part(), pid)));
    return pids;
  }

  @Test
  void twoCommandsAtOnceAreRefused() {
    try (var _ = StackLock.take(stack.layout().directory())) {
      assertThatThrownBy(() -> StackLock.take(stack.layout().directory()))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("wait until it is done");
    }
  }

  @Test
  void nothingIsSpawnedAfterAStartIsBrokenOff() {
    var other = new LocalStack(stack.layout());
    other.breakOff(stack.alive(), Progress.silent());
    servers.stop(Part.REDIS);
    assertThatThrownBy(() -> other.start(List.of(Instance.of(Part.REDIS)), Progress.silent()))
        .hasMessageContaining("is being stopped");
    servers.start(Part.REDIS);
  }
}
