package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.backstep.contracts.value.Refusal;

/** What a participant answers. A refusal is a business answer and a value, never an exception. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reply.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Reply.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Reply.Undone.class, name = "undone")
})
public sealed interface Reply {
  /**
   * The step was done.
   *
   * @param reference what the participant calls the effect (a charge id, a parcel number), or empty
   */
  record Done(String reference) implements Reply {
    /** A missing reference is an empty one. */
    public Done {
      reference = reference == null ? "" : reference;
    }
  }

  /** The step was not done, and will not be; or, for an undo, could not be undone this time. */
  record Refused(Refusal refusal) implements Reply {}

  /** The step is undone, or never happened and now never will. */
  record Undone() implements Reply {}
}
