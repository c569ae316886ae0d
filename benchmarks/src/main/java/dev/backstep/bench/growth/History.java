package dev.backstep.bench.growth;

import dev.backstep.stack.layout.Part;
import java.util.List;

/**
 * The tables that keep something of every finished saga. Queues, leases and products are not among
 * them.
 */
enum History {
  ORDERS(Part.ORDER_SERVICE, "orders", ""),
  ORDER_LINES(Part.ORDER_SERVICE, "order_line", ""),
  ORDER_HISTORY(Part.ORDER_SERVICE, "order_history", ""),
  ANSWERS(Part.ORDER_SERVICE, "idempotency", "key"),
  SHIPMENTS(Part.ORDER_SERVICE, "shipment", "parcel"),
  ORDER_BARRIER(Part.ORDER_SERVICE, "barrier", ""),
  RESERVATIONS(Part.INVENTORY_SERVICE, "reservation", ""),
  INVENTORY_BARRIER(Part.INVENTORY_SERVICE, "barrier", ""),
  PAYMENTS(Part.PAYMENT_SERVICE, "payment", "charge_id refund_id"),
  PAYMENT_BARRIER(Part.PAYMENT_SERVICE, "barrier", ""),
  SAGAS(Part.SAGA_ORCHESTRATOR, "saga", ""),
  SAGA_LOG(Part.SAGA_ORCHESTRATOR, "saga_log", "");

  private final Part service;
  private final String table;
  private final String unique;

  History(Part service, String table, String unique) {
    this.service = service;
    this.table = table;
    this.unique = unique;
  }

  static List<History> of(Part service) {
    return List.of(values()).stream().filter(each -> each.service == service).toList();
  }

  String table() {
    return table;
  }

  /** Texts of which no two may be equal; ids are told apart anyway. */
  boolean isUnique(String column) {
    return List.of(unique.split(" ", -1)).contains(column);
  }
}
