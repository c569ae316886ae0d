package dev.backstep.e2e.audit;

import java.sql.SQLException;

/**
 * One thing that must hold, whatever happened. The databases cannot be read at one instant: each
 * invariant reads them in an order in which what it claims cannot be broken by what happens in
 * between.
 */
public interface Invariant {
  /** The claim, as a sentence. */
  String claim();

  /** Looks for evidence against it. Reads only. */
  Finding check(Witnesses witnesses, Strength strength) throws SQLException;

  /** Whether it claims anything at that strength. */
  default boolean judges(Strength strength) {
    return true;
  }
}
