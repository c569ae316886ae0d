package dev.backstep.stack.kafka;

import static dev.backstep.contracts.Topics.CHECKOUT_REQUESTS;
import static dev.backstep.contracts.Topics.INVENTORY_COMMANDS;
import static dev.backstep.contracts.Topics.INVENTORY_EVENTS;
import static dev.backstep.contracts.Topics.ORDER_COMMANDS;
import static dev.backstep.contracts.Topics.ORDER_EVENTS;
import static dev.backstep.contracts.Topics.PAYMENT_COMMANDS;
import static dev.backstep.contracts.Topics.PAYMENT_EVENTS;
import static dev.backstep.contracts.Topics.SAGA_REPLIES;
import static dev.backstep.contracts.Topics.SHIPPING_COMMANDS;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a user of the broker may do: a service what the arrows of the architecture say, and nothing
 * else.
 */
record Rights(String user, Set<String> reads, Set<String> writes) {
  /** Those of that service, whose user has its name. */
  static Rights of(Part service) {
    return switch (service) {
      case ORDER_SERVICE ->
          of(
              service,
              Set.of(ORDER_COMMANDS, SHIPPING_COMMANDS, INVENTORY_EVENTS),
              Set.of(CHECKOUT_REQUESTS, SAGA_REPLIES, ORDER_EVENTS));
      case INVENTORY_SERVICE ->
          of(
              service,
              Set.of(INVENTORY_COMMANDS, INVENTORY_EVENTS),
              Set.of(SAGA_REPLIES, INVENTORY_EVENTS));
      case PAYMENT_SERVICE ->
          of(service, Set.of(PAYMENT_COMMANDS), Set.of(SAGA_REPLIES, PAYMENT_EVENTS));
      case SAGA_ORCHESTRATOR -> orchestrator(service);
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS, LRA_COORDINATOR ->
          throw new IllegalArgumentException(service.label() + " has no business with topics");
    };
  }

  /** Commands, and whatever an operator sends back to where it came from. */
  private static Rights orchestrator(Part service) {
    var reads = new TreeSet<>(Set.of(CHECKOUT_REQUESTS, SAGA_REPLIES));
    Topics.live().forEach(topic -> reads.add(Topics.deadLettersOf(topic)));
    return of(service, reads, Set.copyOf(Topics.live()));
  }

  /** What cannot be applied is put aside, so who reads a topic also writes its dead letters. */
  private static Rights of(Part service, Set<String> reads, Set<String> writes) {
    var all = new TreeSet<>(writes);
    reads.stream().filter(Topics.live()::contains).map(Topics::deadLettersOf).forEach(all::add);
    return new Rights(service.label(), reads, all);
  }

  /** The same as the broker keeps it; names of consumer groups begin with the service's. */
  List<AclBinding> asRules() {
    var group = new ResourcePattern(ResourceType.GROUP, user, PatternType.PREFIXED);
    return Stream.of(
            reads.stream().map(topic -> rule(user, topic(topic), AclOperation.READ)),
            writes.stream().map(topic -> rule(user, topic(topic), AclOperation.WRITE)),
            Stream.of(rule(user, group, AclOperation.READ)))
        .flatMap(each -> each)
        .toList();
  }

  /** Sees how far everybody has read, and not what: for whoever scales services by it. */
  static List<AclBinding> ofOnlooker(String user) {
    return Stream.of(ResourceType.TOPIC, ResourceType.GROUP)
        .map(type -> new ResourcePattern(type, "*", PatternType.LITERAL))
        .map(all -> rule(user, all, AclOperation.DESCRIBE))
        .toList();
  }

  private static ResourcePattern topic(String name) {
    return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
  }

  private static AclBinding rule(String user, ResourcePattern of, AclOperation operation) {
    var entry = new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW);
    return new AclBinding(of, entry);
  }
}
