package dev.backstep.order.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of an order, to be read. */
@Entity
@Immutable
@Table(name = "order_line")
@IdClass(LineRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class LineRow {
  @Id
  @Column(name = "order_id")
  UUID orderId;

  @Id String sku;

  int quantity;

  @Column(name = "unit_price_minor")
  long unitPriceMinor;

  /** An order names a product once. */
  record Key(UUID orderId, String sku) implements Serializable {}
}
