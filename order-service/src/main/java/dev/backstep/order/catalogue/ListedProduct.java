package dev.backstep.order.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the catalogue, to be read. */
@Entity
@Immutable
@Table(name = "catalogue")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class ListedProduct extends PanacheEntityBase {
  @Id String sku;

  String name;

  @Column(name = "price_minor")
  long priceMinor;

  String currency;
}
