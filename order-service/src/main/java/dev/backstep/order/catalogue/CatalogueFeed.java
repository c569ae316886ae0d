package dev.backstep.order.catalogue;

import dev.backstep.contracts.InventoryEvent;
import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the catalogue up to date; stock is none of its business. */
@ApplicationScoped
class CatalogueFeed {
  private final Intake intake;

  CatalogueFeed(Intake intake) {
    this.intake = intake;
  }

  @Incoming("catalogue")
  @Blocking("catalogue")
  void take(Poll poll) {
    intake.take(poll, InventoryEvent.class, CatalogueFeed::handle);
  }

  static void handle(Transaction tx, List<Delivered<InventoryEvent>> events) throws SQLException {
    var newest = new HashMap<Sku, ProductListed>();
    for (var event : events) {
      switch (event.message()) {
        case ProductListed listed -> newest.merge(listed.sku(), listed, CatalogueFeed::newer);
        case StockChanged _ -> {}
      }
    }
    CatalogueTable.put(tx, newest.values());
  }

  private static ProductListed newer(ProductListed one, ProductListed other) {
    return one.version() >= other.version() ? one : other;
  }
}
