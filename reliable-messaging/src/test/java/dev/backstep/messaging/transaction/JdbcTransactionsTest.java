package dev.backstep.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.backstep.messaging.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcTransactionsTest {
  private static final String DIVISION_BY_ZERO = "22012";

  private final Database database = Database.shared();
  private final Transactions transactions = database.transactions();
  private final List<String> committed = new ArrayList<>();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void whatIsLeftIsWrittenWithTheCommitInItsOrder() {
    transactions.run(tx -> {
      tx.write(effect("first"));
      tx.write(effect("second"));
      tx.afterCommit(() -> committed.addAll(effects()));
    });
    assertThat(committed).containsExactly("first", "second");
  }

  @Test
  void whoAsksForTheConnectionSeesWhatWasLeftBefore() {
    var seen =
        transactions.call(tx -> {
          tx.write(effect("left"));
          try (var select = tx.connection().prepareStatement("SELECT command_id FROM effect");
              var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
          }
        });
    assertThat(seen).isEqualTo("left");
    assertThat(effects()).containsExactly("left");
  }

  @Test
  void oneRefusedWriteUndoesThoseBeforeAndAfterIt() {
    refused();
    assertThat(effects()).isEmpty();
    assertThat(committed).isEmpty();
  }

  @Test
  void theConnectionIsGoodForTheNextTransactionAfterARefusal() {
    refused();
    transactions.run(tx -> tx.write(effect("next")));
    assertThat(effects()).containsExactly("next");
  }

  @Test
  void workThatThrowsLeavesNothingOfWhatItLeft() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            transactions.run(tx -> {
              tx.write(effect("never"));
              throw new IllegalStateException("changed my mind");
            }));
    assertThat(effects()).isEmpty();
  }

  @Test
  void oneStatementWritesWhatAnotherTookOver() {
    var both = new Gathering(List.of("one"));
    transactions.run(tx -> {
      tx.write(both);
      tx.write(effect("between"));
      tx.write(new Gathering(List.of("two")));
    });
    assertThat(both.names).containsExactly("one", "two");
    assertThat(effects()).containsExactly("one", "two", "between");
  }

  private void refused() {
    assertThatExceptionOfType(TransactionFailedException.class)
        .isThrownBy(() ->
            transactions.run(tx -> {
              tx.write(effect("before"));
              tx.write(impossible());
              tx.write(effect("after"));
              tx.afterCommit(() -> committed.add("never"));
            }))
        .withCauseInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(state(e)).isEqualTo(DIVISION_BY_ZERO));
  }

  private List<String> effects() {
    return database.texts("SELECT command_id FROM effect ORDER BY id");
  }

  private static String state(TransactionFailedException e) {
    return e.getCause() instanceof SQLException sql ? sql.getSQLState() : "";
  }

  private static Write effect(String name) {
    return new Plain("INSERT INTO effect (command_id) VALUES (?)", name);
  }

  private static Write impossible() {
    return new Plain("INSERT INTO effect (command_id) SELECT (1 / length(?))::text", "");
  }

  private record Plain(String sql, String value) implements Write {
    @Override
    public void bind(Parameters parameters) throws SQLException {
      parameters.value(value);
    }
  }

  private static final class Gathering implements Write {
    private final List<String> names;

    Gathering(List<String> names) {
      this.names = new ArrayList<>(names);
    }

    @Override
    public String sql() {
      return "INSERT INTO effect (command_id) SELECT unnest(?::text[])";
    }

    @Override
    public boolean absorbs(Write next) {
      return next instanceof Gathering other && names.addAll(other.names);
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
      parameters.array("text", names.toArray());
    }
  }
}
