package dev.backstep.bench.load;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Customers of one stack who come at a fixed rate. One round at a time. */
public final class Shoppers implements AutoCloseable {
  /** Their tokens are signed beforehand; a service that caches by token gets some use of it. */
  private static final int CUSTOMERS = 50;

  private final Vertx vertx = Vertx.vertx(lean());
  private final OrderClient client;
  private final LraClient lras;
  private final EventTap tap;
  private final List<String> bearers;

  private Shoppers(Layout layout, EventTap tap) {
    this.client = new OrderClient(vertx, URI.create(layout.url(Part.ORDER_SERVICE)));
    this.lras = new LraClient(vertx, URI.create(layout.url(Part.LRA_COORDINATOR)));
    this.tap = tap;
    var mint = TokenMint.of(layout);
    this.bearers =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(each -> "Bearer " + mint.token(Role.CUSTOMER, "bench-" + each))
            .toList();
  }

  /** Customers of a running stack. */
  public static Shoppers of(Layout layout) {
    return new Shoppers(layout, EventTap.open(layout.url(Part.KAFKA)));
  }

  private static VertxOptions lean() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1);
  }

  /** Plays one round to its end: until nothing is left of it, or nothing moves any more. */
  public RoundResult play(RoundPlan plan) throws InterruptedException {
    var keys = UUID.randomUUID() + "-";
    return play(plan, (buyer, body, then) -> client.post(bearer(buyer), keys + buyer, body, then));
  }

  /**
   * The same, with each order in a long running action of its own: started before, and closed when
   * the order was answered.
   */
  public RoundResult playInLras(RoundPlan plan) throws InterruptedException {
    var keys = UUID.randomUUID() + "-";
    return play(
        plan,
        (buyer, body, then) ->
            lras.start(
                bearer(buyer),
                lra ->
                    client.post(
                        bearer(buyer),
                        keys + buyer,
                        lra,
                        body,
                        answer -> {
                          then.accept(answer);
                          if (!lra.isEmpty()) {
                            lras.close(bearer(buyer), lra);
                          }
                        })));
  }

  private RoundResult play(RoundPlan plan, Round.Post post) throws InterruptedException {
    var sightings = new Sightings();
    tap.tell(sightings);
    return new Round(plan, sightings, vertx.getOrCreateContext(), post).play();
  }

  private String bearer(long buyer) {
    return bearers.get((int) (buyer % CUSTOMERS));
  }

  @Override
  public void close() {
    tap.close();
    client.close();
    lras.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
