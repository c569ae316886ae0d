/** A carrier of another team: it knows its parcels and MicroProfile LRA. */
@NullMarked
package dev.backstep.carrier;

import org.jspecify.annotations.NullMarked;
