package dev.backstep.saga.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangePurgeTest {
  private static final String INSERT =
      """
      INSERT INTO saga_change (at, sagas, versions, was, became)
      VALUES (clock_timestamp() - ? * interval '1 ms', ARRAY[gen_random_uuid()], ARRAY[1], ARRAY[NULL], ARRAY[?])
      """;

  @Inject Transactions transactions;
  @Inject ChangePurge purge;

  @Test
  void forgetsWhatEverybodyHasSeenAndNothingElse() {
    insert(ChangePurge.KEPT.toMillis() + 1, "OLD");
    insert(0, "NEW");

    assertThat(purge.runOnce()).isPositive();
    assertThat(count("OLD")).isZero();
    assertThat(count("NEW")).isEqualTo(1);
  }

  private void insert(long ageMs, String marker) {
    transactions.run(tx -> {
      try (var insert = tx.connection().prepareStatement(INSERT)) {
        insert.setLong(1, ageMs);
        insert.setString(2, marker);
        insert.executeUpdate();
      }
    });
  }

  private long count(String marker) {
    return transactions.call(tx -> {
      try (var select =
          tx.connection()
              .prepareStatement("SELECT count(*) FROM saga_change WHERE ? = ANY (became)")) {
        select.setString(1, marker);
        try (var row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }
}
