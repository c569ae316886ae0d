/** What the tests of this module share: participants over the broker, clients over HTTP. */
@NullMarked
package dev.backstep.saga.testing;

import org.jspecify.annotations.NullMarked;
