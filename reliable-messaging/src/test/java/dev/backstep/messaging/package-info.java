/** What the tests of this module share. */
@NullMarked
package dev.backstep.messaging;

import org.jspecify.annotations.NullMarked;
