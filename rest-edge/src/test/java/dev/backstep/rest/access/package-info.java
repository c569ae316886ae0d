/** Tests over HTTP, against a service that does nothing. */
@NullMarked
package dev.backstep.rest.access;

import org.jspecify.annotations.NullMarked;
