package dev.backstep.order.intake;

import java.util.UUID;

/** What was answered to a key for the first time. */
record StoredAnswer(UUID orderId, String body) {}
