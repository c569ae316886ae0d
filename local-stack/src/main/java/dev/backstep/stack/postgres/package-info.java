/** PostgreSQL from its Maven artifact, with one database and two roles per service. */
@NullMarked
package dev.backstep.stack.postgres;

import org.jspecify.annotations.NullMarked;
