/**
 * What crosses a service boundary: commands, replies, events, requests, and the topics they travel
 * on.
 */
@NullMarked
package dev.backstep.contracts;

import org.jspecify.annotations.NullMarked;
