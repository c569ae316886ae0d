package dev.backstep.inventory;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import java.util.List;
import java.util.UUID;

/** What an order wants of the stock. */
public sealed interface StockRequest {
  /** Who asks. */
  UUID orderId();

  /** The units that would move. */
  List<OrderLine> units();

  /** Give the order these units, all of them or none. */
  record Reserve(UUID orderId, OrderLines lines) implements StockRequest {
    @Override
    public List<OrderLine> units() {
      return lines.lines();
    }
  }

  /** Take back what the order holds. */
  record Release(UUID orderId, List<OrderLine> held) implements StockRequest {
    @Override
    public List<OrderLine> units() {
      return held;
    }
  }

  /** What was sold to the order is held for it again. */
  record Unsettle(UUID orderId, List<OrderLine> sold) implements StockRequest {
    @Override
    public List<OrderLine> units() {
      return sold;
    }
  }

  /** What the order holds is sold. */
  record Settle(UUID orderId, List<OrderLine> held) implements StockRequest {
    @Override
    public List<OrderLine> units() {
      return held;
    }
  }
}
