/** The replicas: their connections, and how far each one is. */
@NullMarked
package dev.backstep.reads.replica;

import org.jspecify.annotations.NullMarked;
