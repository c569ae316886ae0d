package dev.backstep.order.query;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.order.OrderStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the orders, to be read; writes go past Hibernate. */
@Entity
@Immutable
@Table(name = "orders")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class OrderRow {
  @Id UUID id;

  @Column(name = "saga_id")
  UUID sagaId;

  @Column(name = "customer_id")
  String customerId;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  OrderStatus status;

  long version;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason_code", columnDefinition = "text")
  @Nullable RefusalCode reasonCode;

  @Column(name = "reason_detail")
  @Nullable String reasonDetail;

  @Column(name = "total_minor")
  long totalMinor;

  String currency;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @OneToMany
  @JoinColumn(name = "order_id")
  @OrderBy("sku")
  @BatchSize(size = Orders.MAX_PAGE + 1)
  List<LineRow> lines = new ArrayList<>();
}
