/** The commit token that a client carries: opaque, and bound to whom it was given. */
@NullMarked
package dev.backstep.reads.token;

import org.jspecify.annotations.NullMarked;
