package dev.backstep.order.query;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.query.OrderResource.OrderId;
import dev.backstep.order.query.OrderStream.Position;
import dev.backstep.order.watch.OrderWatch;
import dev.backstep.rest.access.Reader;
import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The states of an order as they happen. */
@Path("/orders/{id}/events")
@Singleton
class OrderEventsResource {
  /** Each stream holds a connection and a sleeping virtual thread; more clients may poll. */
  static final int MAX_STREAMS = 500;

  private final Transactions transactions;
  private final OrderWatch watch;
  private final JsonWebToken token;
  private final Semaphore streams = new Semaphore(MAX_STREAMS);

  OrderEventsResource(Transactions transactions, OrderWatch watch, JsonWebToken token) {
    this.transactions = transactions;
    this.watch = watch;
    this.token = token;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
  @Operation(
      summary = "The order's states, as server-sent events; ends when it is final",
      description =
          "Each event's id is the version of the order: send it as Last-Event-ID to go on.")
  public Multi<OutboundSseEvent> events(
      @PathParam("id") String id,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context Sse sse) {
    var from = new Position(owned(OrderId.parse(id)), version(lastEventId));
    return Multi.createFrom().emitter(client -> open(sse, from, client));
  }

  /** Whose order it is decides who is told of it: that is asked where the truth is. */
  private UUID owned(UUID order) {
    var reader = Reader.of(token);
    return transactions
        .call(tx -> Orders.idOf(tx.connection(), reader, order))
        .orElseThrow(OrderId::unknown);
  }

  private void open(Sse sse, Position from, MultiEmitter<? super OutboundSseEvent> client) {
    if (!streams.tryAcquire()) {
      client.fail(GeneralProblem.UNAVAILABLE.problem("Too many streams are open; poll the order."));
      return;
    }
    var stream =
        Thread.ofVirtual()
            .name("order-stream")
            .start(new OrderStream(transactions, watch, sse, from, client));
    var open = new AtomicBoolean(true);
    client.onTermination(() -> {
      stream.interrupt();
      if (open.getAndSet(false)) {
        streams.release();
      }
    });
  }

  /** A client that says nonsense starts from the beginning. */
  private static long version(@Nullable String lastEventId) {
    try {
      return lastEventId == null ? 0 : Math.max(0, Long.parseLong(lastEventId));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
