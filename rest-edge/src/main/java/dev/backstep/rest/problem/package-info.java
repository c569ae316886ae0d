/** What a client is told when something is wrong: problem+json with stable types (RFC 9457). */
@NullMarked
package dev.backstep.rest.problem;

import org.jspecify.annotations.NullMarked;
