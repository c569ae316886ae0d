/** Signs the JWTs of the local stack: directly, and as a small issuer on 127.0.0.1. */
@NullMarked
package dev.backstep.stack.token;

import org.jspecify.annotations.NullMarked;
