package dev.backstep.e2e.agent;

import java.util.List;

/** What can be broken in a service on purpose. Each must turn an invariant of the audit red. */
public enum Sabotage {
  /** Every command is applied, however often it comes. */
  BARRIER_OFF,
  /** An undo that comes before its do leaves nothing behind. */
  TOMBSTONE_OFF,
  /** The gateway is asked under another key on each attempt. */
  ATTEMPT_IN_THE_KEY,
  /** A gateway that does not answer is taken for one that declined. */
  TIMEOUT_IS_FAILURE,
  /** Stock is read, left to others for a moment, and overwritten. */
  READ_THEN_WRITE_STOCK,
  /** Messages are committed by themselves, before the change that they tell of. */
  OUTBOX_OUTSIDE;

  private static final String BARRIER = "dev.backstep.messaging.barrier.";
  private static final String GATEWAY = "dev.backstep.payment.gateway.";
  private static final String STOCK = "dev.backstep.inventory.participant.StockTable";

  List<Patch> patches() {
    return switch (this) {
      case BARRIER_OFF ->
          List.of(
              Patch.result(BARRIER + "Admission", "of", BARRIER + "Admission", "letThrough"),
              Patch.texts(
                  BARRIER + "BarrierTable",
                  "insert",
                  sql -> sql + " ON CONFLICT (saga_id, step) DO NOTHING"));
      case TOMBSTONE_OFF -> List.of(Patch.without(BARRIER + "Barrier", "bury", "add"));
      case ATTEMPT_IN_THE_KEY ->
          List.of(
              Patch.call(
                  GATEWAY + "HttpGateway", "request", "toString", "java.lang.String", "salted"));
      case TIMEOUT_IS_FAILURE ->
          List.of(
              Patch.result(
                  GATEWAY + "HttpGateway",
                  "ask",
                  "dev.backstep.payment.GatewayAnswer",
                  "declined"));
      case READ_THEN_WRITE_STOCK ->
          List.of(
              Patch.texts(STOCK, "lock", sql -> sql.replace("FOR UPDATE", "")),
              Patch.texts(STOCK, "move", Sabotage::overwritten));
      case OUTBOX_OUTSIDE ->
          List.of(
              Patch.argument(
                  "dev.backstep.messaging.outbox.Outbox",
                  "append",
                  "dev.backstep.messaging.transaction.Transaction",
                  "outside"));
    };
  }

  /** Takes the figures from before the pause, so that what others wrote meanwhile is lost. */
  private static String overwritten(String sql) {
    return sql.contains("UPDATE stock")
        ? """
        UPDATE stock s
        SET available = d.available, reserved = d.reserved, sold = d.sold, version = s.version + 1
        FROM (SELECT o.sku, o.available + n.available AS available, o.reserved + n.reserved AS reserved,
                     o.sold + n.sold AS sold, pg_sleep(0.05)
                FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) AS n(sku, available, reserved, sold)
                JOIN stock o ON o.sku = n.sku) AS d
        WHERE s.sku = d.sku
        RETURNING s.sku, s.version, s.available, s.reserved, s.sold
        """
        : sql;
  }
}
