package dev.backstep.gateway;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** One effect that the gateway had, for good: the line is on disk before the caller hears of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LedgerEntry.Captured.class, name = "captured"),
  @JsonSubTypes.Type(value = LedgerEntry.Declined.class, name = "declined"),
  @JsonSubTypes.Type(value = LedgerEntry.Refunded.class, name = "refunded")
})
public sealed interface LedgerEntry {
  /** The idempotency key that the caller sent. */
  String key();

  /** A digest of the request, by which a key reused for something else is recognised. */
  String fingerprint();

  /** The merchant's order. */
  UUID orderId();

  /** What was asked for. */
  Amount amount();

  /** When the gateway decided. */
  Instant time();

  /** Money was taken. */
  record Captured(
      String key, String fingerprint, UUID orderId, Amount amount, Instant time, String chargeId)
      implements LedgerEntry {}

  /** Money was not taken, and will not be under this key. */
  record Declined(
      String key, String fingerprint, UUID orderId, Amount amount, Instant time, String code)
      implements LedgerEntry {}

  /** Money of a charge was given back. */
  record Refunded(
      String key,
      String fingerprint,
      UUID orderId,
      Amount amount,
      Instant time,
      String chargeId,
      String refundId)
      implements LedgerEntry {}
}
