package dev.backstep.reads.replica;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.ReplicaState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** One replica: its connections, and what is known of it. */
public final class Replica {
  private final String name;
  private final DataSource dataSource;
  private final AtomicInteger reading = new AtomicInteger();
  private volatile Optional<Sample> sample = Optional.empty();

  /** Reads through that pool, whose timeouts bound what a frozen replica costs. */
  public Replica(String name, DataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
  }

  public String name() {
    return name;
  }

  /** What the last look showed; away before the first one. */
  public ReplicaState state() {
    return sample
        .<ReplicaState>map(
            it -> new ReplicaState.Following(name, it.replayed(), it.delay(), reading.get()))
        .orElseGet(() -> new ReplicaState.Away(name));
  }

  /** How far behind the primary it was at the last look. */
  public Optional<Duration> delay() {
    return sample.map(Sample::delay);
  }

  void saw(Position replayed, Duration delay) {
    sample = Optional.of(new Sample(replayed, delay));
  }

  /** Until the next look nobody reads from it. */
  public void gone() {
    sample = Optional.empty();
  }

  /** A connection of its own for whoever looks. */
  Connection connect() throws SQLException {
    return dataSource.getConnection();
  }

  /** Counts the reader while he reads. */
  public <T> T reading(Supplier<T> read) {
    reading.incrementAndGet();
    try {
      return read.get();
    } finally {
      reading.decrementAndGet();
    }
  }

  private record Sample(Position replayed, Duration delay) {}
}
