/**
 * Tells whoever watches that something has changed: hints, read from this instance's own database.
 */
@NullMarked
package dev.backstep.saga.live;

import org.jspecify.annotations.NullMarked;
