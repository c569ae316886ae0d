/** What is accepted as a body: how long it may be, and how strictly it is read. */
@NullMarked
package dev.backstep.rest.body;

import org.jspecify.annotations.NullMarked;
