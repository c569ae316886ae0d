/** What PostgreSQL leaves behind, tested. */
@NullMarked
package dev.backstep.stack.postgres;

import org.jspecify.annotations.NullMarked;
