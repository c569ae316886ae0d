/** Starts Narayana's coordinator over PostgreSQL. */
@NullMarked
package dev.backstep.lra.narayana;

import org.jspecify.annotations.NullMarked;
