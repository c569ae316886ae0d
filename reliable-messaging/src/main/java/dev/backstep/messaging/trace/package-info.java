/** Spans of what happened to messages, for the few whose trace is sampled. */
@NullMarked
package dev.backstep.messaging.trace;

import org.jspecify.annotations.NullMarked;
