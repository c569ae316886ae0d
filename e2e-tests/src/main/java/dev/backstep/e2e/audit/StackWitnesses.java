package dev.backstep.e2e.audit;

import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.postgres.Connections;
import dev.backstep.stack.service.GatewayRecipe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** The databases and the ledger of a local stack, through a role that can change nothing. */
public final class StackWitnesses implements Witnesses, AutoCloseable {
  private final Layout layout;
  private final Map<Part, Connection> databases = new EnumMap<>(Part.class);

  private StackWitnesses(Layout layout) {
    this.layout = layout;
  }

  /** Connects to every service's database. */
  public static StackWitnesses of(Layout layout) throws SQLException {
    var witnesses = new StackWitnesses(layout);
    try {
      for (Part service : Part.services()) {
        witnesses.connect(service);
      }
      return witnesses;
    } catch (SQLException e) {
      witnesses.close();
      throw e;
    }
  }

  private void connect(Part service) throws SQLException {
    var connection = Connections.open(layout, Databases.of(service), Databases.AUDITOR);
    databases.put(service, connection);
    connection.setReadOnly(true);
  }

  @Override
  public Connection database(Part service) {
    var connection = databases.get(service);
    if (connection == null) {
      throw new IllegalArgumentException(service.label() + " has no database");
    }
    return connection;
  }

  @Override
  public Ledger ledger() {
    return Ledger.read(GatewayRecipe.directory(layout));
  }

  @Override
  public void close() throws SQLException {
    for (var connection : databases.values()) {
      connection.close();
    }
  }
}
