package dev.backstep.stack.layout;

/** What a process must answer to count as ready. */
public sealed interface ReadyWhen {
  /** A query over JDBC. */
  record AnswersSql() implements ReadyWhen {}

  /** A request of Kafka's own protocol. */
  record AnswersKafka() implements ReadyWhen {}

  /** Redis' PING, with the password. */
  record AnswersPing() implements ReadyWhen {}

  /** 200 on GET of that path. */
  record AnswersHttp(String path) implements ReadyWhen {}
}
