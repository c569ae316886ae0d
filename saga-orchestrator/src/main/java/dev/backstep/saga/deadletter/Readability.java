package dev.backstep.saga.deadletter;

import dev.backstep.contracts.Headers;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.util.Map;

/** Whether the running version can read a letter, and why not. */
record Readability(boolean yes, String why) {
  static Readability of(Letter letter) {
    var received =
        new Received(
            letter.topic(), 0, 0, letter.key(), Map.of(Headers.TYPE, letter.type()), letter.body());
    return switch (Wire.decode(received)) {
      case Decoded.Understood _ -> new Readability(true, "The running version can read it.");
      case Decoded.Unreadable(var why) -> new Readability(false, why);
    };
  }
}
