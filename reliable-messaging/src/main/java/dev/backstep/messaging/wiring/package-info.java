/** Puts the parts together in Quarkus: threads, channels, metrics. */
@NullMarked
package dev.backstep.messaging.wiring;

import org.jspecify.annotations.NullMarked;
