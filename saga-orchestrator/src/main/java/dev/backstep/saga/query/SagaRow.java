package dev.backstep.saga.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A saga as it is listed: without the customer's data. */
@Entity
@Immutable
@Table(name = "saga")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class SagaRow {
  @Id UUID id;

  String definition;

  @Column(name = "business_key")
  UUID businessKey;

  String state;
  boolean retrying;
  long version;

  @Nullable String reason;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "updated_at")
  Instant updatedAt;
}
