/** The gateway simulator, tested as its clients meet it. */
@NullMarked
package dev.backstep.gateway;

import org.jspecify.annotations.NullMarked;
