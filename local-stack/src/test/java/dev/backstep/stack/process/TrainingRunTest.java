package dev.backstep.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  private static final Instance FIRST = Instance.of(Part.ORDER_SERVICE);
  private static final Instance SECOND = new Instance(Part.ORDER_SERVICE, 2);

  @TempDir Path directory;
  private Path jar = Path.of("none");

  @BeforeEach
  void build() {
    jar = directory.resolve("service.jar");
    TextFile.write(jar, "built");
  }

  private AotCache cache(Instance instance) {
    return AotCache.in(directory.resolve("caches"), instance, List.of(jar));
  }

  private Optional<TrainingRun> underWay() {
    return TrainingRun.in(directory.resolve("caches"), FIRST);
  }

  private TrainingRun begun() {
    assertThat(cache(FIRST).flags()).first().asString().startsWith("-XX:AOTCacheOutput=");
    return underWay().orElseThrow();
  }

  private static Path work(TrainingRun run) {
    return Path.of(run.output() + ".config");
  }

  @Test
  void theFirstStartLearnsAndTheNextOneBeginsWithThat() {
    TrainingRun run = begun();
    TextFile.write(run.output(), "learnt");
    run.keep();
    assertThat(cache(FIRST).flags()).first().isEqualTo("-XX:AOTCache=" + cache(FIRST).file());
    assertThat(cache(FIRST).file()).hasContent("learnt");
    assertThat(underWay()).isEmpty();
  }

  @Test
  void anotherBuildLearnsAnew() {
    TrainingRun run = begun();
    TextFile.write(run.output(), "learnt");
    run.keep();
    Path before = cache(FIRST).file();
    TextFile.write(jar, "built again");
    begun();
    assertThat(before).doesNotExist();
  }

  @Test
  void aCacheThatWasNotWrittenIsNotKept() {
    TrainingRun run = begun();
    run.keep();
    assertThat(cache(FIRST).file()).doesNotExist();
    assertThat(underWay()).isEmpty();
  }

  @Test
  void aCacheWhoseMakingFailedIsNotKept() {
    TrainingRun run = begun();
    TextFile.write(run.output(), "half of what was lea");
    TextFile.write(work(run), "left by the JVM");
    run.keep();
    assertThat(cache(FIRST).file()).doesNotExist();
    assertThat(work(run)).doesNotExist();
  }

  @Test
  void aRunHasEndedItsOwnWorkOnlyWhenThatIsWrittenDown() {
    TrainingRun run = begun();
    TextFile.write(work(run), "");
    assertThat(run.hasLeftItsWork()).isFalse();
    TextFile.write(work(run), "which classes, which methods");
    assertThat(run.hasLeftItsWork()).isTrue();
  }

  @Test
  void whatACrashLeftBehindIsForgotten() {
    TrainingRun crashed = begun();
    TextFile.write(crashed.output(), "half of what was lea");
    TextFile.write(work(crashed), "left by the JVM");
    TrainingRun next = begun();
    assertThat(next.output()).isEmptyFile();
    assertThat(next.hasLeftItsWork()).isFalse();
  }

  @Test
  void furtherInstancesUseTheCacheAndDoNotLearn() {
    assertThat(cache(SECOND).flags()).isEmpty();
    TrainingRun run = begun();
    assertThat(TrainingRun.in(directory.resolve("caches"), SECOND)).isEmpty();
    TextFile.write(run.output(), "learnt");
    run.keep();
    assertThat(cache(SECOND).flags()).first().isEqualTo("-XX:AOTCache=" + cache(FIRST).file());
  }

  @Test
  void aStackWithoutCachesHasNoTrainingRun() {
    assertThat(TrainingRun.in(directory.resolve("nowhere"), FIRST)).isEmpty();
  }
}
