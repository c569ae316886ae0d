package dev.backstep.e2e.reads;

import dev.backstep.stack.token.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Customers who order on one device and look on both, at the other instance, and count what they
 * should have seen and did not.
 */
final class Traffic {
  private final String sku;
  private final int customerCount;
  private final AtomicInteger pairs = new AtomicInteger();
  private final List<String> missed = new CopyOnWriteArrayList<>();
  private final AtomicInteger backwards = new AtomicInteger();

  Traffic(String sku) {
    this(sku, 8);
  }

  Traffic(String sku, int customers) {
    this.sku = sku;
    this.customerCount = customers;
  }

  /** Goes on until enough was done; fails as the first request does. */
  void run(BooleanSupplier enough) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var customers = new ArrayList<Future<?>>();
      for (int i = 0; i < customerCount; i++) {
        int number = i;
        customers.add(threads.submit(() -> shop(number, enough)));
      }
      for (var customer : customers) {
        await(customer);
      }
    }
  }

  private static void await(Future<?> customer) throws Exception {
    try {
      customer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private void shop(int number, BooleanSupplier enough) {
    var bearer = Shop.bearer(Role.CUSTOMER, "reader-" + UUID.randomUUID());
    var devices = List.of(new Device(bearer), new Device(bearer));
    var orders = new ArrayList<String>();
    for (int turn = number; !enough.getAsBoolean(); turn++) {
      var writer = devices.get(turn % 2);
      var here = Shop.instances().get(turn / 2 % 2);
      var there = Shop.instances().get(1 - turn / 2 % 2);
      var order = writer.order(here, sku);
      orders.add(order);
      expect(devices.get(1 - turn % 2), there, order, "the other device");
      expect(writer, there, order, "the same device");
      pairs.incrementAndGet();
      var earlier = orders.get(Math.max(0, orders.size() - 5));
      devices.forEach(device -> expect(device, here, earlier, "an earlier order"));
    }
    devices.forEach(device -> backwards.addAndGet(device.backwards()));
  }

  private void expect(Device device, String base, String order, String what) {
    if (device.look(base, order).isEmpty()) {
      missed.add("%s: %s at %s".formatted(what, order, base));
    }
  }

  /** Orders that were placed and looked for on both devices. */
  int pairs() {
    return pairs.get();
  }

  /** Orders that somebody should have seen and did not. */
  List<String> missed() {
    return missed;
  }

  /** Times that a device saw less than before. */
  int backwards() {
    return backwards.get();
  }
}
