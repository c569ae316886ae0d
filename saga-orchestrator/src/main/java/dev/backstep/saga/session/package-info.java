/**
 * Signing in to the console: sessions in the database, a cookie, and what keeps other sites out.
 */
@NullMarked
package dev.backstep.saga.session;

import org.jspecify.annotations.NullMarked;
