package dev.backstep.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

class CommitsTest {
  private static Commits commits(DataSource primary) {
    return new Commits(
        primary, Stack.marks(Stack.redis()), Stack.seal(), InstantSource.system(), true);
  }

  @Test
  @Timeout(10)
  void everybodyWhoCommittedSharesOnePositionAndRedisKnowsItBeforeTheyDo() throws Exception {
    var commits = commits(Stack.primary());
    var ada = "ada" + UUID.randomUUID();
    var bob = "bob" + UUID.randomUUID();
    var first = commits.committed(ada);
    var second = commits.committed(bob);
    while (!first.isDone() || !second.isDone()) {
      commits.runOnce();
    }
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
  void nobodyIsLeftWaitingWhenTheProcessStops() {
    var commits = commits(Stack.primary());
    var waiting = commits.committed("ada");
    commits.stop();
    commits.run();
    assertThat(Stack.seal().open("ada", waiting.join())).contains(Position.NOWHERE);
    assertThat(commits.committed("ada")).isCompleted();
  }
}
