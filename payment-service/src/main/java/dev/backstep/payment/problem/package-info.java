/** What a client is told when something is wrong: problem+json with stable types. */
@NullMarked
package dev.backstep.payment.problem;

import org.jspecify.annotations.NullMarked;
