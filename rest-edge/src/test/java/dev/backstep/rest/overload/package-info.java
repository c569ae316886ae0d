/** Tests over HTTP, against a service that does nothing. */
@NullMarked
package dev.backstep.rest.overload;

import org.jspecify.annotations.NullMarked;
