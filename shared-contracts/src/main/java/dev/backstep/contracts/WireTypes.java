package dev.backstep.contracts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed list of what may stand in {@code ce_type}, read once from the sealed {@link Message}
 * family.
 */
public final class WireTypes {
  private static final Map<String, Class<? extends Message>> BY_NAME =
      concrete(Message.class)
          .collect(Collectors.toUnmodifiableMap(WireTypes::nameOf, Function.identity()));
  private static final Map<Class<? extends Message>, String> BY_CLASS =
      BY_NAME.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private WireTypes() {}

  /** The {@code ce_type} of a message. */
  public static String of(Message message) {
    var name = BY_CLASS.get(message.getClass());
    if (name == null) {
      throw new IllegalStateException(message.getClass() + " is no concrete message type");
    }
    return name;
  }

  /** The class behind a {@code ce_type}; empty for a type this version does not know. */
  public static Optional<Class<? extends Message>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Every concrete message class. */
  public static Collection<Class<? extends Message>> all() {
    return BY_NAME.values();
  }

  @SuppressWarnings("unchecked") // a permitted subclass of a Message is a Message
  private static Stream<Class<? extends Message>> concrete(Class<? extends Message> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(sub -> concrete((Class<? extends Message>) sub))
        : Stream.of(type);
  }

  private static String nameOf(Class<? extends Message> type) {
    var wireType = type.getAnnotation(WireType.class);
    if (wireType == null) {
      throw new IllegalStateException(type + " has no @WireType");
    }
    return wireType.value();
  }
}
