/**
 * The services as they run outside of one machine: TLS on every way, users and rights at the
 * broker.
 */
@NullMarked
package dev.backstep.e2e.secure;

import org.jspecify.annotations.NullMarked;
