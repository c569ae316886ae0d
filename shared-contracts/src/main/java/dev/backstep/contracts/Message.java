package dev.backstep.contracts;

/** Everything that travels on a topic. Each concrete type carries a {@link WireType}. */
public sealed interface Message permits Command, ReplyMessage, Event, SagaRequest {}
