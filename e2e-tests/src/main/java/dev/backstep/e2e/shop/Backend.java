package dev.backstep.e2e.shop;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The services of one stack, and tokens that they accept. */
final class Backend {
  private final Layout layout;
  private final LocalStack stack;
  private final TokenMint mint;
  private final ConcurrentHashMap<String, String> customers = new ConcurrentHashMap<>();
  private final Caller orders;
  private final Caller inventory;

  Backend(Layout layout) {
    this.layout = layout;
    this.stack = new LocalStack(layout);
    this.mint = TokenMint.of(layout);
    this.orders = new Caller(() -> urls(Part.ORDER_SERVICE));
    this.inventory = new Caller(() -> urls(Part.INVENTORY_SERVICE));
  }

  private List<String> urls(Part service) {
    var started =
        layout.directory().started().stream().filter(each -> each.part() == service).toList();
    var live = started.stream().filter(stack::isAlive).map(layout::url).toList();
    return live.isEmpty() ? List.of(layout.url(Instance.of(service))) : live;
  }

  Caller orders() {
    return orders;
  }

  Caller inventory() {
    return inventory;
  }

  String customerToken(String name) {
    return customers.computeIfAbsent(name, each -> mint.token(Role.CUSTOMER, each));
  }

  String operatorToken() {
    return mint.token(Role.OPERATOR, "shopkeeper");
  }
}
