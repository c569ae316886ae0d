package dev.backstep.order.lra;

import java.util.UUID;

/**
 * What an order brings along that is part of a long running action.
 *
 * @param sagaId the saga that was registered there
 * @param lra the id of the long running action, which is a URL
 */
public record Joined(UUID sagaId, String lra) {}
