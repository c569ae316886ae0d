package dev.backstep.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.transaction.TransactionFailedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "53300", "53100", "57P01", "57014", "40001", "40P01", "55P03", "25006", "58030"
      })
  void waitsForTheDatabase(String state) {
    assertThat(Failure.of(failed(state))).isEqualTo(new Failure.Transient());
  }

  @Test
  void waitsForThePool() {
    assertThat(Failure.of(new TransactionFailedException(new SQLException("acquisition timeout"))))
        .isEqualTo(new Failure.Transient());
    assertThat(
            Failure.of(
                new TransactionFailedException(new SQLTransientConnectionException("x", "22000"))))
        .isEqualTo(new Failure.Transient());
  }

  @Test
  void triesAgainWhenSomebodyElseWasQuicker() {
    assertThat(Failure.of(failed("23505"))).isEqualTo(new Failure.Conflict());
  }

  @ParameterizedTest
  @ValueSource(strings = {"23514", "22001", "42703", "23503"})
  void givesUpOnWhatTheDatabaseWillAlwaysRefuse(String state) {
    assertThat(Failure.of(failed(state))).isEqualTo(new Failure.Permanent());
  }

  @Test
  void givesUpOnABug() {
    assertThat(Failure.of(new IllegalStateException("illegal"))).isEqualTo(new Failure.Permanent());
  }

  @Test
  void looksForTheDatabaseErrorBehindOthers() {
    assertThat(Failure.of(new IllegalStateException(failed("08006"))))
        .isEqualTo(new Failure.Transient());
  }

  private static TransactionFailedException failed(String state) {
    return new TransactionFailedException(new SQLException("refused", state));
  }
}
