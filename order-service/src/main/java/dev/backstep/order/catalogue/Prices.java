package dev.backstep.order.catalogue;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** What products cost at this moment, as far as inventory has told. */
@FunctionalInterface
public interface Prices {
  /** The prices of those products with one statement; a product that is not on sale is left out. */
  Map<Sku, Money> of(Transaction tx, Collection<Sku> skus) throws SQLException;

  /** Read from the table, each time: another instance may have written it a moment ago. */
  static Prices current() {
    return CatalogueTable::prices;
  }
}
