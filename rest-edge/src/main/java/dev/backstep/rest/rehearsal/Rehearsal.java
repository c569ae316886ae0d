package dev.backstep.rest.rehearsal;

import java.util.List;

/** What a service asks itself before it opens its port; as a bean it is found. */
public interface Rehearsal {
  /** Requests that change nothing, whatever is stored; each is made many times. */
  List<Request> requests();

  /**
   * One of them, made by somebody whom the token lets in as a customer.
   *
   * @param path with its query, if it has one
   * @param body JSON; empty for none
   */
  record Request(String method, String path, String body) {}
}
