package dev.backstep.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.reads.memory.Marks;
import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

class CommitsTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static Commits commits(DataSource primary) {
    return commits(primary, Stack.marks(Stack.redis()));
  }

  private static Commits commits(DataSource primary, Marks marks) {
    return new Commits(primary, marks, Stack.seal(), InstantSource.system(), true);
  }

  @Test
  @Timeout(10)
  void everybodyWhoCommittedSharesOnePositionAndRedisKnowsItBeforeTheyDo() throws Exception {
    var commits = commits(Stack.primary());
    var ada = "ada" + UUID.randomUUID();
    var bob = "bob" + UUID.randomUUID();
    var first = commits.committed(ada);
    var second = commits.committed(bob);
    Thread.ofVirtual().start(commits);
    CompletableFuture.allOf(first, second).join();
    commits.stop();
    var position = Stack.seal().open(ada, first.get()).orElseThrow();
    assertThat(Stack.seal().open(bob, second.get())).contains(position);
    assertThat(Stack.marks(Stack.redis()).of(bob).join())
        .isInstanceOfSatisfying(
            Remembered.Mark.class, mark -> assertThat(mark.position()).isEqualTo(position));
  }

  @Test
  void aPositionThatNobodyCanTellIsOneThatNoReplicaHas() throws Exception {
    var nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/none");
    var commits = commits(nowhere);
    var token = commits.committed("ada");
    commits.runOnce();
    assertThat(Stack.seal().open("ada", token.get())).contains(Position.NOWHERE);
  }

  @Test
  void whatAReaderLeftOwingIsPaidThoughNobodyCommits() {
    var marks = Stack.marks(Stack.redis());
    var commits = commits(Stack.primary(), marks);
    Thread.ofVirtual().start(commits);
    Stack.servers().pause(Part.REDIS);
    try {
      var mark = new Remembered.Mark(new Position(1, 1), Instant.EPOCH);
      marks.raise(marks.memory(), List.of("reader"), mark).join();
      assertThat(marks.owes()).isTrue();
    } finally {
      Stack.servers().resume(Part.REDIS);
    }
    await().atMost(SOON).until(() -> !marks.owes());
    commits.stop();
  }

  @Test
  void nobodyIsLeftWaitingWhenTheProcessStops() {
    var commits = commits(Stack.primary());
    var waiting = commits.committed("ada");
    commits.stop();
    commits.run();
    assertThat(Stack.seal().open("ada", waiting.join())).contains(Position.NOWHERE);
    assertThat(commits.committed("ada")).isCompleted();
  }
}
