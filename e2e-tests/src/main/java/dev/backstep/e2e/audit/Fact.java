package dev.backstep.e2e.audit;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a database says must have been told, as the ids of messages on one topic.
 *
 * @param musts selects the ids that are on the topic once the outbox is empty
 * @param mays selects the ids that may be there, in the first column
 */
record Fact(String topic, Part service, String musts, String mays) {
  /** Ids of sagas and orders begin with their time (RFC 9562, version 7). */
  private static final String FIRST = "FIRST";

  private static final int TIME_SHIFT = 16;
  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  // What the orchestrator's own barrier took went by LRA, and is on no topic.
  private static final String COMMANDS =
      """
      SELECT DISTINCT s ->> 'command' FROM saga_log, jsonb_array_elements(sent) s
       WHERE split_part(s ->> 'command', '/', 2) || '/' || split_part(s ->> 'command', '/', 3) IN STEPS
         AND saga_log.saga_id >= 'FIRST'::uuid
         AND NOT EXISTS (SELECT FROM barrier b
                          WHERE b.saga_id = saga_log.saga_id AND b.step = split_part(s ->> 'command', '/', 2))
      """;
  private static final String REPLIES =
      """
      SELECT saga_id || '/' || step || '/do/reply' FROM barrier
       WHERE reply IS NOT NULL AND step <> 'order' AND saga_id >= 'FIRST'::uuid
      UNION ALL
      SELECT saga_id || '/' || step || '/undo/reply' FROM barrier
       WHERE state IN ('undone', 'tombstone') AND saga_id >= 'FIRST'::uuid
      """;
  private static final String ANY_REPLY =
      "SELECT saga_id || '/' || step || d FROM barrier, unnest(ARRAY['/do/reply', '/undo/reply']) d";
  private static final String REQUESTS =
      "SELECT saga_id || '/start' FROM orders WHERE id >= 'FIRST'::uuid";
  private static final String MAY_BE_REQUESTS =
      REQUESTS
          + " UNION ALL SELECT saga_id || '/call-back' FROM lra_participant WHERE asked = 'compensate'";
  private static final String ORDERS =
      """
      SELECT format('backstep.order.%s.v1/%s/%s', CASE status WHEN 'PENDING' THEN 'placed' ELSE lower(status) END,
                    order_id, version)
        FROM order_history WHERE order_id >= 'FIRST'::uuid
      UNION ALL
      SELECT format('backstep.shipping.booked.v1/%s/1', order_id) FROM shipment WHERE order_id >= 'FIRST'::uuid
      UNION ALL
      SELECT format('backstep.shipping.return-initiated.v1/%s/2', order_id) FROM shipment
       WHERE state = 'return_initiated' AND order_id >= 'FIRST'::uuid
      """;
  private static final String STOCK =
      """
      SELECT format('backstep.inventory.stock-changed.v1/%s/%s', sku, n) FROM stock, generate_series(1, version) n
      UNION ALL
      SELECT format('backstep.inventory.product-listed.v1/%s/%s', sku, n) FROM product, generate_series(1, version) n
      """;
  private static final String PAYMENTS =
      """
      SELECT format('backstep.payment.captured.v1/%s/1', order_id) FROM payment WHERE charge_id IS NOT NULL AND order_id >= 'FIRST'::uuid
      UNION ALL
      SELECT format('backstep.payment.declined.v1/%s/1', order_id) FROM payment WHERE state = 'declined' AND order_id >= 'FIRST'::uuid
      UNION ALL
      SELECT format('backstep.payment.refunded.v1/%s/2', order_id) FROM payment WHERE refund_id IS NOT NULL AND order_id >= 'FIRST'::uuid
      """;
  private static final String SAGAS =
      """
      SELECT format('backstep.saga.%s.v1/%s/%s', e.type, s.business_key, l.seq)
        FROM saga_log l JOIN saga s ON s.id = l.saga_id, LATERAL unnest(ARRAY[TYPES]) AS e(type)
       WHERE e.type IS NOT NULL AND l.saga_id >= 'FIRST'::uuid
      """;
  private static final String ANNOUNCED =
      """
      CASE WHEN l.outcome = 'STARTED' THEN 'started'
           WHEN l.outcome = 'RESOLVED' THEN 'resolved'
           WHEN l.outcome IN ('TIMED_OUT', 'TURNED_BACK') THEN 'turned-back'
           WHEN l.outcome = 'DONE' AND l.step = 'settlement' THEN 'completed'
           WHEN l.outcome = 'UNDONE' AND l.step = 'order' THEN 'compensated' END
      """;
  private static final String ANNOUNCEABLE =
      "'started', 'turned-back', 'completed', 'compensated', 'stuck', 'resolved'";

  /** Everything that the services tell. */
  static List<Fact> all() {
    return List.of(
        new Fact(Topics.CHECKOUT_REQUESTS, Part.ORDER_SERVICE, REQUESTS, MAY_BE_REQUESTS),
        commands(
            Topics.INVENTORY_COMMANDS,
            "('stock/do', 'stock/undo', 'settlement/do', 'settlement/undo')"),
        commands(Topics.PAYMENT_COMMANDS, "('payment/do', 'payment/undo')"),
        commands(Topics.SHIPPING_COMMANDS, "('shipment/do', 'shipment/undo')"),
        commands(Topics.ORDER_COMMANDS, "('confirmation/do', 'confirmation/undo', 'order/undo')"),
        replies(Part.ORDER_SERVICE),
        replies(Part.INVENTORY_SERVICE),
        replies(Part.PAYMENT_SERVICE),
        replies(Part.SAGA_ORCHESTRATOR),
        exactly(Topics.ORDER_EVENTS, Part.ORDER_SERVICE, ORDERS),
        exactly(Topics.INVENTORY_EVENTS, Part.INVENTORY_SERVICE, STOCK),
        exactly(Topics.PAYMENT_EVENTS, Part.PAYMENT_SERVICE, PAYMENTS),
        new Fact(
            Topics.SAGA_EVENTS,
            Part.SAGA_ORCHESTRATOR,
            SAGAS.replace("TYPES", ANNOUNCED),
            SAGAS.replace("TYPES", ANNOUNCEABLE)));
  }

  /**
   * The ids that are on the topic once the outbox is empty.
   *
   * @param since of sagas and orders that were begun earlier the topic may have forgotten something
   * @return empty if no table says what of it is how old
   */
  Optional<String> must(Optional<Instant> since) {
    return since.isPresent() && !musts.contains(FIRST)
        ? Optional.empty()
        : Optional.of(musts.replace(FIRST, since.map(Fact::first).orElse(NIL)));
  }

  /** The ids that may be on the topic, however old. */
  String may() {
    return mays.replace(FIRST, NIL);
  }

  private static String first(Instant since) {
    return new UUID(since.toEpochMilli() << TIME_SHIFT, 0).toString();
  }

  private static Fact exactly(String topic, Part service, String sql) {
    return new Fact(topic, service, sql, sql);
  }

  private static Fact commands(String topic, String list) {
    return exactly(topic, Part.SAGA_ORCHESTRATOR, COMMANDS.replace("STEPS", list));
  }

  private static Fact replies(Part participant) {
    return new Fact(Topics.SAGA_REPLIES, participant, REPLIES, ANY_REPLY);
  }
}
