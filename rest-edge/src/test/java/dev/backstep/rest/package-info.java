/** A service that does nothing, to look at what the edge does for it. */
@NullMarked
package dev.backstep.rest;

import org.jspecify.annotations.NullMarked;
