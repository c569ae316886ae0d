package dev.backstep.bench.micro;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Message;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One message as bytes, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {
  /** Which message. */
  @Param public MessageKind kind = MessageKind.COMMAND;

  private Message message = Samples.message(kind);
  private Received received = received(message);

  /** Prepares the message of that kind. */
  @Setup
  public void prepare() {
    message = Samples.message(kind);
    received = received(message);
    if (!Wire.decode(received).equals(new Decoded.Understood(message))) {
      throw new IllegalStateException("a " + kind + " does not come back as it was");
    }
  }

  private static Received received(Message message) {
    return new Received(
        Topics.of(message),
        0,
        0,
        Samples.SAGA.toString(),
        Map.of(Headers.TYPE, WireTypes.of(message)),
        Wire.encode(message));
  }

  /** To JSON. */
  @Benchmark
  public byte[] encode() {
    return Wire.encode(message);
  }

  /** From JSON, checked. */
  @Benchmark
  public Decoded decode() {
    return Wire.decode(received);
  }
}
