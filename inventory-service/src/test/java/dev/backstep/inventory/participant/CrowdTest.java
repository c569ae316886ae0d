package dev.backstep.inventory.participant;

import static dev.backstep.inventory.Stockroom.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.Stockroom;
import dev.backstep.messaging.wire.Received;
import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is sold twice, and nobody waits for each other in a circle. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class CrowdTest {
  private static final int THREADS = 4;

  @Inject Stockroom stockroom;
  @Inject Counter counter;

  @Test
  void sellsExactlyOneHundredUnitsToTwoHundredBuyers() throws Exception {
    var before = counter.retries();
    var cup = stockroom.product(100);
    var buyers = Stream.generate(Buyer::aBuyer).limit(200).toList();

    together(
        batches(buyers, 20).stream()
            .map(batch ->
                (Callable<Boolean>)
                    () -> serve(batch.stream().map(b -> b.reserves(line(cup, 1))).toList()))
            .toList());
    var winners = buyers.stream().filter(b -> !counter.reservation(b).isEmpty()).toList();
    assertThat(winners).hasSize(100);
    assertThat(buyers)
        .filteredOn(b -> !winners.contains(b))
        .allSatisfy(
            b -> assertThat(counter.remembered(b, Buyer.STOCK)).isEqualTo("refused: OUT_OF_STOCK"));
    assertThat(stockroom.levels(cup)).containsExactly(0L, 100L, 0L);

    together(
        batches(winners, 10).stream()
            .map(batch ->
                (Callable<Boolean>) () -> serve(batch.stream().map(Buyer::settles).toList()))
            .toList());
    assertThat(stockroom.levels(cup)).containsExactly(0L, 0L, 100L);
    assertThat(counter.retries()).isEqualTo(before);
  }

  @Test
  void reservesAndReleasesInOppositeOrdersWithoutADeadlock() throws Exception {
    var before = counter.retries();
    var products = Stream.generate(() -> stockroom.product(10_000)).limit(8).toList();
    var workers =
        IntStream.range(0, THREADS)
            .mapToObj(seed -> (Callable<Boolean>) () -> comeAndGo(products, new Random(seed)))
            .toList();

    together(workers);

    assertThat(products)
        .allSatisfy(sku -> assertThat(stockroom.levels(sku)).containsExactly(10_000L, 0L, 0L));
    assertThat(counter.retries()).isEqualTo(before);
  }

  /** Each batch gives back what the batch before it took, and takes something for the next. */
  private Boolean comeAndGo(List<Sku> products, Random random) {
    List<Buyer> holders = List.of();
    for (int round = 0; round < 40; round++) {
      var comers = Stream.generate(Buyer::aBuyer).limit(5).toList();
      var batch = new ArrayList<Received>();
      comers.forEach(each -> batch.add(each.reserves(twoOf(products, random))));
      holders.forEach(each -> batch.add(each.releases()));
      Collections.shuffle(batch, random);
      serve(batch);
      holders = comers;
    }
    return serve(holders.stream().map(Buyer::releases).toList());
  }

  private static OrderLine[] twoOf(List<Sku> products, Random random) {
    var shuffled = new ArrayList<>(products);
    Collections.shuffle(shuffled, random);
    return new OrderLine[] {line(shuffled.get(0), 1), line(shuffled.get(1), 2)};
  }

  private Boolean serve(List<Received> batch) {
    counter.serve(batch);
    return true;
  }

  private static List<List<Buyer>> batches(List<Buyer> buyers, int size) {
    return IntStream.range(0, buyers.size() / size)
        .mapToObj(i -> buyers.subList(i * size, (i + 1) * size))
        .toList();
  }

  private static void together(List<Callable<Boolean>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
  }
}
