package dev.backstep.inventory.query;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SecondaryRow;

/** A product and its stock, to be read. */
@Entity
@Immutable
@Table(name = "product")
@SecondaryTable(name = "stock")
@SecondaryRow(table = "stock", optional = false)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class Product extends PanacheEntityBase {
  @Id String sku;
  String name;

  @Column(name = "price_minor_units")
  long priceMinorUnits;

  String currency;

  @Column(table = "stock")
  long available;

  /** Those of the products that there are, in no order. */
  static List<Product> of(Collection<String> skus) {
    return list("sku in ?1", skus);
  }

  /** The products whose SKU comes after that one, in the order of their SKUs. */
  static List<Product> after(String sku, int limit) {
    return find("sku > ?1 order by sku", sku).page(Page.ofSize(limit)).list();
  }
}
