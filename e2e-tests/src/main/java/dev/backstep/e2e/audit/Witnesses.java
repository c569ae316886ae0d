package dev.backstep.e2e.audit;

import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.SQLException;

/** What the auditor may look at. */
public interface Witnesses {
  /** The database of that service; the caller does not close it. */
  Connection database(Part service) throws SQLException;

  /** What the gateway did up to now. */
  Ledger ledger();

  /** What the topics say up to now. */
  Published published();
}
