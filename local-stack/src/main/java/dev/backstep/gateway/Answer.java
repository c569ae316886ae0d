package dev.backstep.gateway;

import java.util.Map;

/**
 * What the gateway answers.
 *
 * @param body the fields of the JSON object
 * @param replayed whether the effect happened under an earlier call with the same key
 */
record Answer(int status, Map<String, Object> body, boolean replayed) {
  static Answer of(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Captured it ->
          fresh(200, Map.of("chargeId", it.chargeId(), "status", "captured"));
      case LedgerEntry.Declined it -> fresh(402, Map.of("status", "declined", "code", it.code()));
      case LedgerEntry.Refunded it ->
          fresh(200, Map.of("refundId", it.refundId(), "status", "refunded"));
    };
  }

  static Answer error(int status, String code, String detail) {
    return fresh(status, Map.of("status", "error", "code", code, "detail", detail));
  }

  /** Nothing happened: the same call may have another answer later. */
  boolean isError() {
    return "error".equals(body.get("status"));
  }

  Answer asReplay() {
    return new Answer(status, body, true);
  }

  private static Answer fresh(int status, Map<String, Object> body) {
    return new Answer(status, body, false);
  }
}
