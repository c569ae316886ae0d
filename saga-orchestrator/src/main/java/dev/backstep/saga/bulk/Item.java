package dev.backstep.saga.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One saga of a bulk run.
 *
 * @param version at which it was frozen
 * @param why null when there is nothing to say
 */
record Item(UUID sagaId, long version, Verdict verdict, @Nullable String why) {}
