package dev.backstep.e2e.audit;

import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What the auditor may look at. */
public interface Witnesses {
  /** The database of that service; the caller does not close it. */
  Connection database(Part service) throws SQLException;

  /** What the gateway did up to now. */
  Ledger ledger();

  /** What the topics say up to now. */
  Published published();

  /**
   * What shoppers are shown of the stock of those products now; what they are shown from the
   * database is missing.
   */
  Map<String, Shown> stockView(List<String> skus);
}
