/** Redis from its Maven artifact, behind a password. */
@NullMarked
package dev.backstep.stack.redis;

import org.jspecify.annotations.NullMarked;
