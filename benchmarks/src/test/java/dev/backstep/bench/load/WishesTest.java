package dev.backstep.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WishesTest {
  private static final int BUYERS = 1_000;

  private static List<String> bodies(Shelf shelf, int declinedPercent) {
    var wishes = new Wishes(shelf, declinedPercent);
    return LongStream.range(0, BUYERS).mapToObj(buyer -> wishes.of(buyer).toString()).toList();
  }

  @Test
  void oneCardInTenIsDeclinedEvenly() {
    var bodies = bodies(Shelf.of("HOT"), 10);

    for (int ten = 0; ten < BUYERS; ten += 10) {
      assertThat(bodies.subList(ten, ten + 10))
          .filteredOn(body -> body.contains("pm_declined"))
          .hasSize(1);
    }
  }

  @Test
  void noCardIsDeclinedUnlessAskedFor() {
    assertThat(bodies(Shelf.of("HOT"), 0)).allMatch(body -> body.contains("pm_ok"));
  }

  @Test
  void everyProductIsBoughtEquallyOften() {
    var skus = IntStream.range(0, 100).mapToObj("SKU-%03d"::formatted).toList();

    var bodies = bodies(new Shelf(skus), 10);

    for (var sku : skus) {
      assertThat(bodies).filteredOn(body -> body.contains(sku)).hasSize(BUYERS / 100);
    }
  }
}
