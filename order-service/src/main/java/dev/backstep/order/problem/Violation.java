package dev.backstep.order.problem;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer where: a JSON pointer as a URI fragment, {@code #/items/0/quantity}
 * @param detail what: one sentence that does not repeat the value
 */
public record Violation(String pointer, String detail) {}
