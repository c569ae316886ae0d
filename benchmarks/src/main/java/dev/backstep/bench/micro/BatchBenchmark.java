package dev.backstep.bench.micro;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.StockPlan;
import dev.backstep.inventory.StockRequest.Reserve;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.outbox.Shards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a full poll costs in memory, per message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatchBenchmark {
  /** As many as a poll brings at most. */
  private static final int MESSAGES = 500;

  private static final int PRODUCTS = 100;

  private final List<UUID> sagas =
      IntStream.range(0, MESSAGES).mapToObj(each -> new UUID(each, each)).toList();
  private final List<Reserve> requests =
      IntStream.range(0, MESSAGES)
          .mapToObj(each -> new Reserve(sagas.get(each), lines(each)))
          .toList();
  private final Map<Sku, Long> available = available();

  private static OrderLines lines(int order) {
    return OrderLines.of(
        new OrderLine(sku(order % PRODUCTS), 1), new OrderLine(sku((order + 1) % PRODUCTS), 2));
  }

  private static Sku sku(int product) {
    return new Sku("SKU-" + product);
  }

  // Three in four get what they want.
  private static Map<Sku, Long> available() {
    var available = new HashMap<Sku, Long>();
    for (int product = 0; product < PRODUCTS; product++) {
      available.put(sku(product), 11L);
    }
    return available;
  }

  /** Decides who of a poll gets units. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public StockPlan stock() {
    return StockPlan.of(available, requests);
  }

  /** Makes the outbox rows of a poll's commands, with their bodies and shards. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public int outbox() {
    int shards = 0;
    for (var request : requests) {
      var command = new ReserveStock(request.orderId(), request.lines());
      var id = new CommandId(request.orderId(), "stock", Direction.DO);
      var row = Outgoing.command(id, command, null);
      shards += Shards.of(row.key()) + row.body().length;
    }
    return shards;
  }
}
