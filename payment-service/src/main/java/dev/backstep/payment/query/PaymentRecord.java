package dev.backstep.payment.query;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.rest.access.Reader;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A payment, to be read; writes go past Hibernate. The payment token is not even mapped. */
@Entity
@Immutable
@Table(name = "payment")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class PaymentRecord extends PanacheEntityBase {
  @Id
  @Column(name = "order_id")
  UUID orderId;

  @Column(name = "customer_id")
  String customerId;

  String state;
  long amount;
  long captured;
  long refunded;
  String currency;

  @Column(name = "charge_id")
  @Nullable String chargeId;

  @Column(name = "refund_id")
  @Nullable String refundId;

  @Enumerated(EnumType.STRING)
  @Column(name = "refusal_code", columnDefinition = "text")
  @Nullable RefusalCode refusalCode;

  @Column(name = "refusal_detail")
  @Nullable String refusalDetail;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  /** The payment of that order, if it exists for this reader. */
  static Optional<PaymentRecord> of(UUID orderId, Reader reader) {
    return switch (reader) {
      case Reader.Anybody _ -> findByIdOptional(orderId);
      case Reader.Owner(var customerId) ->
          find("orderId = ?1 and customerId = ?2", orderId, customerId).firstResultOptional();
    };
  }
}
