/** What the tests of this module share: the shop front, the broker, the database. */
@NullMarked
package dev.backstep.order.testing;

import org.jspecify.annotations.NullMarked;
