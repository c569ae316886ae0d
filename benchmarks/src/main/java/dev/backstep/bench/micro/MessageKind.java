package dev.backstep.bench.micro;

/** One message of each kind that crosses a border on the way of a saga. */
public enum MessageKind {
  REQUEST,
  COMMAND,
  REPLY,
  EVENT
}
