/** What tests of the services need to speak with them through the real broker. */
@NullMarked
package dev.backstep.messaging.testing;

import org.jspecify.annotations.NullMarked;
