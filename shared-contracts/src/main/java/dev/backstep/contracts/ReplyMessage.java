package dev.backstep.contracts;

/** A reply on its way back to the orchestrator. */
@WireType("backstep.saga.reply.v1")
public record ReplyMessage(CommandId commandId, Reply reply) implements Message {}
