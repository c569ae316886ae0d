/** What a client is told when something is wrong: problem+json with stable types. */
@NullMarked
package dev.backstep.saga.problem;

import org.jspecify.annotations.NullMarked;
