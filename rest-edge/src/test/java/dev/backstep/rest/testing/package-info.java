/** What tests of the services check over HTTP in the same way. */
@NullMarked
package dev.backstep.rest.testing;

import org.jspecify.annotations.NullMarked;
