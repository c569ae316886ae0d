package dev.backstep.rest.problem;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps the stack traces of requests that found the database away out of the log: all are the same,
 * and there may be hundreds in a second. {@link Outage} says once what is the matter.
 */
@LoggingFilter(name = "database-away")
public final class OutageInLogs implements Filter {
  private static final String PROBLEMS = "http-problem";

  @Override
  public boolean isLoggable(LogRecord entry) {
    return !PROBLEMS.equals(entry.getLoggerName()) || !DatabaseAway.caused(entry.getThrown());
  }
}
