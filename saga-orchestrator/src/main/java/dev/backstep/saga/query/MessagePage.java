package dev.backstep.saga.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a saga, oldest first.
 *
 * @param next the cursor of the next page; null on the last
 */
record MessagePage(List<MessageHead> messages, @Nullable String next) {}
