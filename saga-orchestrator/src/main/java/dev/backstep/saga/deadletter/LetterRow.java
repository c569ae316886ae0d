package dev.backstep.saga.deadletter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A dead letter as it is listed: without its body, which may hold personal data. */
@Entity
@Immutable
@Table(name = "dead_letter")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class LetterRow {
  @Id UUID id;

  String topic;
  String origin;
  String service;

  @Column(name = "message_id")
  String messageId;

  String type;
  String cause;
  String detail;

  @Column(name = "saga_id")
  @Nullable UUID sagaId;

  @Column(name = "arrived_at")
  Instant arrivedAt;

  int replays;

  @Column(name = "replayed_at")
  @Nullable Instant replayedAt;

  @Column(name = "replayed_by")
  @Nullable String replayedBy;

  @Column(name = "discarded_at")
  @Nullable Instant discardedAt;

  @Column(name = "discarded_by")
  @Nullable String discardedBy;

  @Column(name = "discard_reason")
  @Nullable String discardReason;

  @Column(name = "cause_key", insertable = false, updatable = false)
  String causeKey;
}
