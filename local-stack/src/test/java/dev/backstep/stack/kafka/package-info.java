/** Tests of what a broker is told. */
@NullMarked
package dev.backstep.stack.kafka;

import org.jspecify.annotations.NullMarked;
