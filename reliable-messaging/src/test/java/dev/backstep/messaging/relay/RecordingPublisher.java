package dev.backstep.messaging.relay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A broker that remembers what it got, and fails the keys it is told to. */
final class RecordingPublisher implements Publisher {
  final List<String> arrived = new ArrayList<>();
  final Set<String> failingKeys = new HashSet<>();
  Runnable afterSending = () -> {};

  @Override
  public List<PendingMessage> publish(List<PendingMessage> messages) {
    var acknowledged =
        messages.stream().filter(message -> !failingKeys.contains(message.key())).toList();
    acknowledged.forEach(message -> arrived.add(message.id()));
    afterSending.run();
    return acknowledged;
  }
}
