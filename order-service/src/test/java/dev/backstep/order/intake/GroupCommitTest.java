package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.backlog.Backlog;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GroupCommitTest {
  @Inject Database database;
  @Inject Transactions transactions;
  @Inject Recording recording;
  @Inject GroupCommit commit;
  @Inject Backlog backlog;

  private final String customer = Shop.newCustomer();
  private Sku lamp = new Sku("NONE");

  @BeforeEach
  void listAProduct() {
    lamp = database.product(1999);
  }

  @Test
  void recordsManyOrdersInOneTransaction() {
    var batch = IntStream.range(0, 50).mapToObj(i -> wish("key " + i, lamp)).toList();
    assertThat(take(commit, batch)).hasOnlyElementsOfType(Placement.Accepted.class);
    assertThat(orders()).hasSize(50);
    assertThat(
            database.texts(
                "SELECT DISTINCT xmin::text FROM orders WHERE customer_id = ?", customer))
        .hasSize(1);
  }

  @Test
  void recordsLinesHistoryFirstStepAndMessagesOfEachOrder() {
    var one = wish("one", lamp, database.product(100));
    var two = wish("two", lamp);
    take(commit, List.of(one, two));
    assertThat(
            database.texts(
                """
                SELECT i.key || ' ' || o.total_minor
                  || ' ' || (SELECT count(*) FROM order_line l WHERE l.order_id = o.id)
                  || ' ' || (SELECT string_agg(h.status, ',') FROM order_history h WHERE h.order_id = o.id)
                  || ' ' || (SELECT b.state || ' ' || (b.reply->>'reference' = o.id::text)
                             FROM barrier b WHERE b.saga_id = o.saga_id AND b.step = 'order')
                FROM orders o JOIN idempotency i ON i.order_id = o.id
                WHERE o.customer_id = ? ORDER BY 1
                """,
                customer))
        .containsExactly("one 2099 2 PENDING done true", "two 1999 1 PENDING done true");
  }

  @Test
  void placesOneOrderForTwinsInOneBatch() {
    var placements =
        take(commit, List.of(wish("twins", lamp), wish("other", lamp), wish("twins", lamp)));
    assertThat(placements.get(0)).isInstanceOf(Placement.Accepted.class);
    assertThat(placements.get(1)).isInstanceOf(Placement.Accepted.class);
    assertThat(placements.get(2))
        .isEqualTo(new Placement.Replayed(((Placement.Accepted) placements.get(0)).answer()));
    assertThat(orders()).hasSize(2);
  }

  @Test
  void refusesAnotherOrderUnderTheKeyOfATwinInTheSameBatch() {
    var placements =
        take(
            commit,
            List.of(
                wish("key", lamp),
                wish("key", lamp, database.product(2)),
                wish("key", Database.newSku())));
    assertThat(placements.get(0)).isInstanceOf(Placement.Accepted.class);
    assertThat(placements.subList(1, 3)).hasOnlyElementsOfType(Placement.KeyReused.class);
    assertThat(orders()).hasSize(1);
  }

  @Test
  void repeatsTheAnswerToATwinOfAnEarlierBatch() {
    var first = (Placement.Accepted) take(commit, List.of(wish("key", lamp))).getFirst();
    var again = take(commit, List.of(wish("key", lamp), wish("key", lamp), wish("new", lamp)));
    assertThat(again.subList(0, 2)).containsOnly(new Placement.Replayed(first.answer()));
    assertThat(again.get(2)).isInstanceOf(Placement.Accepted.class);
  }

  @Test
  void repeatsTheAnswerEvenIfTheProductCannotBeOrderedAnyMore() {
    var first = (Placement.Accepted) take(commit, List.of(wish("key", lamp))).getFirst();
    database.execute("DELETE FROM catalogue WHERE sku = ?", lamp.value());
    assertThat(take(commit, List.of(wish("key", lamp))))
        .containsExactly(new Placement.Replayed(first.answer()));
  }

  @Test
  void recordsTheNeighboursOfWhatIsNotOnSale() {
    var unknown = Database.newSku();
    var placements = take(commit, List.of(wish("bad", unknown), wish("good", lamp)));
    assertThat(placements.get(0)).isEqualTo(new Placement.UnknownProducts(List.of(unknown)));
    assertThat(placements.get(1)).isInstanceOf(Placement.Accepted.class);
  }

  @Test
  void recordsTheNeighboursOfWhatTheDatabaseRefuses() {
    var poison = new Asked(Wishes.wish("nobody\u0000", "key", lamp));
    var good = IntStream.range(0, 9).mapToObj(i -> new Asked(wish("key " + i, lamp))).toList();
    commit.take(Stream.concat(good.stream(), Stream.of(poison)).toList());
    assertThat(poison.answer()).isCompletedExceptionally();
    assertThat(good)
        .allSatisfy(asked ->
            assertThat(asked.answer())
                .isCompletedWithValueMatching(Placement.Accepted.class::isInstance));
    assertThat(orders()).hasSize(9);
  }

  @Test
  void doesNotLetTheNeighboursWaitForATwinElsewhere() throws SQLException {
    var batch = IntStream.range(0, 8).mapToObj(i -> wish("key " + i, lamp)).toList();
    try (var elsewhere = Database.elsewhere()) {
      elsewhere.setAutoCommit(false);
      try (var claim =
          elsewhere.prepareStatement(
              """
              INSERT INTO idempotency (customer_id, key, fingerprint, order_id, answer, created_at)
              VALUES (?, 'key 5', sha256(''), gen_random_uuid(), '', now())
              """)) {
        claim.setString(1, customer);
        claim.executeUpdate();
      }
      var start = Instant.now();
      var placements = take(commit, batch);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
      assertThat(placements.get(5)).isInstanceOf(Placement.InProgress.class);
      elsewhere.rollback();
    }
    assertThat(orders()).hasSize(7);
    assertThat(take(commit, batch).get(5)).isInstanceOf(Placement.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"idempotency", "orders", "order_line", "order_history", "barrier", "outbox"})
  void tellsEverybodyAtOnceThatATableIsLocked(String table) throws SQLException {
    var batch = IntStream.range(0, 30).mapToObj(i -> wish("key " + i, lamp)).toList();
    try (var _ = locked(table)) {
      var start = Instant.now();
      assertThat(take(commit, batch)).containsOnly(new Placement.NotKnown());
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }
    assertThat(take(commit, batch)).hasOnlyElementsOfType(Placement.Accepted.class);
  }

  /** Until it is closed. */
  private static Connection locked(String table) throws SQLException {
    var somebody = TestStack.current().superuser("order_service");
    somebody.setAutoCommit(false);
    try (var lock = somebody.createStatement()) {
      lock.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
    }
    return somebody;
  }

  @Test
  void answersAllAgainWhenTheAnswerToTheCommitIsLost() {
    var batch = List.of(wish("one", lamp), wish("two", lamp));
    var losesTheAnswer = new GroupCommit(new LostAnswer(transactions), recording, backlog);
    assertThat(take(losesTheAnswer, batch)).containsOnly(new Placement.NotKnown());
    assertThat(take(commit, batch)).hasOnlyElementsOfType(Placement.Replayed.class);
    assertThat(orders()).hasSize(2);
  }

  @Test
  void leavesNothingOfABatchThatIsNotCommitted() {
    var batch = List.of(wish("one", lamp), wish("two", lamp));
    var crashes = new GroupCommit(new Crash(transactions), recording, backlog);
    assertThat(take(crashes, batch)).containsOnly(new Placement.NotKnown());
    assertThat(orders()).isEmpty();
    assertThat(take(commit, batch)).hasOnlyElementsOfType(Placement.Accepted.class);
  }

  private static List<Placement> take(GroupCommit commit, List<Wish> wishes) {
    var batch = wishes.stream().map(Asked::new).toList();
    commit.take(batch);
    assertThat(batch).allSatisfy(asked -> assertThat(asked.answer()).isDone());
    return batch.stream().map(asked -> asked.answer().join()).toList();
  }

  private List<String> orders() {
    return database.texts("SELECT id FROM orders WHERE customer_id = ?", customer);
  }

  private Wish wish(String key, Sku... products) {
    return Wishes.wish(customer, key, products);
  }

  /** The connection breaks after the commit. */
  private record LostAnswer(Transactions real) implements Transactions {
    @Override
    public <T> T call(Work<T> work) {
      real.call(work);
      throw new TransactionFailedException(new SQLException("the line is dead", "08006"));
    }
  }

  /** The connection breaks before the commit. */
  private record Crash(Transactions real) implements Transactions {
    @Override
    public <T> T call(Work<T> work) {
      return real.call(tx -> {
        work.run(tx);
        throw new SQLException("the line is dead", "08006");
      });
    }
  }
}
