package dev.backstep.e2e.torture;

import dev.backstep.e2e.shop.Mix;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/**
 * The services start from stored classes wherever users run them. Those of the torture have an
 * agent, which keeps them from storing any, but not from using them.
 */
final class StoredClasses {
  /** Enough that every path of an order is taken once. */
  private static final int ORDERS = 40;

  private StoredClasses() {}

  /** Makes them if there are none of this build; takes a minute then. */
  static void make(Path directory) throws IOException, InterruptedException {
    if (Jvm.hasStoredForTests(ProjectRoot.find())) {
      return;
    }
    try (var stack = TestStack.ofProcesses(directory, Part.usual())) {
      var sale = new Sale(stack.processes().layout());
      sale.stock(ORDERS);
      sale.sell(Mix.parse("declined=20").deal(ORDERS, new Random(ORDERS)), new Pace.Queue(4));
    }
  }
}
