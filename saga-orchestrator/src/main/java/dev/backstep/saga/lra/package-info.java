/**
 * Steps that are done by HTTP in a long running action (MicroProfile LRA): the way out, for
 * services that know nothing of us. What is to be done is written down in the saga's own
 * transaction, and done afterwards; the answers come back as those of every other participant do.
 */
@NullMarked
package dev.backstep.saga.lra;

import org.jspecify.annotations.NullMarked;
