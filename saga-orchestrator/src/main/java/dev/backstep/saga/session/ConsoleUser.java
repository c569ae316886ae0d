package dev.backstep.saga.session;

import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param role viewer or operator
 * @param expiresAt when the session ends for good
 */
public record ConsoleUser(String name, String role, Instant expiresAt) {}
