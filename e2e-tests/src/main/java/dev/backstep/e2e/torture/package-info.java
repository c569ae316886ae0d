/**
 * The nemesis: real processes under load, faults drawn from a seed, and after each of them an audit
 * that forgives nothing.
 */
@NullMarked
package dev.backstep.e2e.torture;

import org.jspecify.annotations.NullMarked;
