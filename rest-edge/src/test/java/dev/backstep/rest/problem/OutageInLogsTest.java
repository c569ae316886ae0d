package dev.backstep.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class OutageInLogsTest {
  private static final String PROBLEMS = "http-problem";

  private final OutageInLogs filter = new OutageInLogs();

  @Test
  void keepsNoTraceOfARequestThatFoundTheDatabaseAway() {
    assertThat(filter.isLoggable(entry(PROBLEMS, wrapped(new SQLException("gone", "08006")))))
        .isFalse();
  }

  @Test
  void keepsEveryOtherProblem() {
    assertThat(filter.isLoggable(entry(PROBLEMS, wrapped(new SQLException("bug", "42601")))))
        .isTrue();
    assertThat(filter.isLoggable(entry(PROBLEMS, new IllegalStateException("bug")))).isTrue();
    assertThat(filter.isLoggable(new LogRecord(Level.INFO, "no throwable"))).isTrue();
  }

  @Test
  void keepsWhatOthersSayAboutTheDatabase() {
    assertThat(filter.isLoggable(entry("a.pool", new SQLException("gone", "08006")))).isTrue();
  }

  private static Throwable wrapped(SQLException cause) {
    return new IllegalStateException("wrapped", cause);
  }

  private static LogRecord entry(String logger, Throwable thrown) {
    var entry = new LogRecord(Level.SEVERE, "a problem");
    entry.setLoggerName(logger);
    entry.setThrown(thrown);
    return entry;
  }
}
