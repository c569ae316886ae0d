package dev.backstep.e2e.reads;

import dev.backstep.stack.token.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A customer who orders once and then only looks, on two devices, at two instances. */
final class Looker implements AutoCloseable {
  private final String customer = "looker-" + UUID.randomUUID();
  private final Progress progress = new Progress();
  private final List<Device> devices;
  private final String order;
  private int looks;
  private int unavoidable;
  private int missed;

  Looker(String sku) throws SQLException {
    var bearer = Shop.bearer(Role.CUSTOMER, customer);
    this.devices = List.of(new Device(bearer), new Device(bearer));
    this.order = devices.getFirst().order(Shop.instances().getFirst(), sku);
  }

  /** One look, on the device and at the instance whose turn it is. */
  synchronized void look() throws SQLException {
    unavoidable += progress.isComplete(customer) ? 0 : 1;
    var device = devices.get(looks % 2);
    var instance = Shop.instances().get(looks / 2 % 2);
    missed += device.look(instance, order).isPresent() ? 0 : 1;
    looks++;
  }

  synchronized int looks() {
    return looks;
  }

  /** Looks that began when the replica did not have all that this customer did. */
  synchronized int unavoidable() {
    return unavoidable;
  }

  /** Looks that did not see the order, or saw less of it than the device had seen. */
  synchronized int lies() {
    return missed + devices.stream().mapToInt(Device::backwards).sum();
  }

  @Override
  public void close() throws SQLException {
    progress.close();
  }
}
