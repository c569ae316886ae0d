package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Audited
class ScarcityTest {
  private static final int BUYERS = 200;
  private static final int UNITS = 100;
  private static final int AT_ONCE = 20;

  private final Product rare = Product.onSale(99_00, UNITS);
  private final Product common = Product.onSale(1_00, 10 * BUYERS);

  @Test
  void sellsExactlyWhatThereIsToTwentyBuyersAtATime() throws Exception {
    var endings = buy().stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    assertThat(endings).containsEntry("CONFIRMED", (long) UNITS);
    assertThat(endings).containsEntry("OUT_OF_STOCK", (long) BUYERS - UNITS);
    Audited.Afterwards.rest();
    assertThat(rare.stock()).isEqualTo(new Product.Stock(0, 0, UNITS));
    assertThat(logsThatSay("deadlock")).isEmpty();
  }

  private List<String> buy() throws InterruptedException {
    Callable<String> one = this::ending;
    try (var buyers = Executors.newFixedThreadPool(AT_ONCE)) {
      var orders = IntStream.range(0, BUYERS).mapToObj(_ -> one).toList();
      return buyers.invokeAll(orders).stream().map(Future::resultNow).toList();
    }
  }

  private String ending() {
    var order = anOrder().of(rare, 1).of(common, 2).by("hunter").place().whenFinal();
    return "CONFIRMED".equals(order.getString("status"))
        ? "CONFIRMED"
        : order.getString("reason.code");
  }

  private static List<Path> logsThatSay(String word) throws IOException {
    try (var logs = Files.list(Backstep.layout().directory().of("logs"))) {
      return logs.filter(log -> says(log, word)).toList();
    }
  }

  private static boolean says(Path log, String word) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT)
          .contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
