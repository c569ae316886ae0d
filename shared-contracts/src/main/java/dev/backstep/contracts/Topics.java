package dev.backstep.contracts;

import java.util.List;
import java.util.stream.Stream;

/** The topics, and which message belongs on which. */
public final class Topics {
  public static final String CHECKOUT_REQUESTS = "checkout.requests";
  public static final String ORDER_COMMANDS = "order.commands";
  public static final String INVENTORY_COMMANDS = "inventory.commands";
  public static final String PAYMENT_COMMANDS = "payment.commands";
  public static final String SHIPPING_COMMANDS = "shipping.commands";
  public static final String SAGA_REPLIES = "saga.replies";
  public static final String ORDER_EVENTS = "order.events";
  public static final String INVENTORY_EVENTS = "inventory.events";
  public static final String PAYMENT_EVENTS = "payment.events";
  public static final String SAGA_EVENTS = "saga.events";

  private static final String DEAD_LETTER_SUFFIX = ".dlq";

  private static final List<String> LIVE =
      List.of(
          CHECKOUT_REQUESTS,
          ORDER_COMMANDS,
          INVENTORY_COMMANDS,
          PAYMENT_COMMANDS,
          SHIPPING_COMMANDS,
          SAGA_REPLIES,
          ORDER_EVENTS,
          INVENTORY_EVENTS,
          PAYMENT_EVENTS,
          SAGA_EVENTS);

  private Topics() {}

  /** Where that message is published. */
  public static String of(Message message) {
    return switch (message) {
      case SagaRequest _ -> CHECKOUT_REQUESTS;
      case Command command -> of(command);
      case ReplyMessage _ -> SAGA_REPLIES;
      case Event event -> of(event);
    };
  }

  private static String of(Command command) {
    return switch (command) {
      case OrderCommand _ -> ORDER_COMMANDS;
      case InventoryCommand _ -> INVENTORY_COMMANDS;
      case PaymentCommand _ -> PAYMENT_COMMANDS;
      case ShippingCommand _ -> SHIPPING_COMMANDS;
    };
  }

  private static String of(Event event) {
    return switch (event) {
      case OrderEvent _ -> ORDER_EVENTS;
      case InventoryEvent _ -> INVENTORY_EVENTS;
      case PaymentEvent _ -> PAYMENT_EVENTS;
      case SagaEvent _ -> SAGA_EVENTS;
    };
  }

  /** Where messages of that topic go when they cannot be applied. */
  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTER_SUFFIX;
  }

  /** The topic whose dead letters that topic holds. */
  public static String originOf(String deadLetterTopic) {
    if (!deadLetterTopic.endsWith(DEAD_LETTER_SUFFIX)) {
      throw new IllegalArgumentException(deadLetterTopic + " holds no dead letters");
    }
    return deadLetterTopic.substring(0, deadLetterTopic.length() - DEAD_LETTER_SUFFIX.length());
  }

  /** Every topic without dead letters. */
  public static List<String> live() {
    return LIVE;
  }

  /** Every topic, dead letters included. */
  public static List<String> all() {
    return LIVE.stream().flatMap(topic -> Stream.of(topic, deadLettersOf(topic))).toList();
  }
}
