package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the stack's databases, for provisioning, tests and audits. */
public final class Connections {
  private static final int CONNECT_SECONDS = 5;

  /** A frozen server takes connections, and says nothing on them. */
  private static final int LOGIN_SECONDS = 10;

  /** Whoever waits for workers that a frozen server cannot start waits until it is thawed. */
  private static final String ALONE = "-c max_parallel_workers_per_gather=0";

  private Connections() {}

  /** Opens one as that role, with the role's password from the stack. */
  public static Connection open(Layout layout, String database, String role) throws SQLException {
    return open(layout, Part.POSTGRES, database, role);
  }

  /** The same on that server: the primary or its replica. */
  public static Connection open(Layout layout, Part server, String database, String role)
      throws SQLException {
    var source = new PGSimpleDataSource();
    source.setURL(layout.url(server) + database);
    source.setUser(role);
    source.setPassword(layout.secrets().password(role));
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(LOGIN_SECONDS);
    source.setApplicationName("backstep");
    source.setOptions(ALONE);
    return source.getConnection();
  }
}
