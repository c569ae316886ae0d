/** Messages as bytes and back: JSON bodies, CloudEvents headers. */
@NullMarked
package dev.backstep.messaging.wire;

import org.jspecify.annotations.NullMarked;
