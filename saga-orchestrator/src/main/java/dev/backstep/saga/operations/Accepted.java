package dev.backstep.saga.operations;

import java.util.UUID;

/**
 * An action that is written down and on its way.
 *
 * @param operationId the line of the operator log in which its outcome will show
 * @param version of the saga now
 */
record Accepted(UUID operationId, UUID sagaId, long version) {}
