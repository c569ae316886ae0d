package dev.backstep.bench.limit;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.postgres.Connections;
import java.sql.Connection;
import java.sql.SQLException;

/** A database of its own in the stack's server, with the tables of the four steps. */
final class LimitDatabase implements AutoCloseable {
  private static final String NAME = "bench_limit";

  /** Nobody runs out. */
  private static final int UNITS = 100_000_000;

  private static final String TABLES =
      """
      CREATE TABLE orders (
        id          uuid        PRIMARY KEY,
        customer_id text        NOT NULL,
        sku         text        NOT NULL,
        quantity    integer     NOT NULL CHECK (quantity > 0),
        total_minor bigint      NOT NULL CHECK (total_minor >= 0),
        status      text        NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED')),
        created_at  timestamptz NOT NULL DEFAULT now()
      ) WITH (fillfactor = 70);
      CREATE TABLE stock (
        sku       text   COLLATE "C" PRIMARY KEY,
        available bigint NOT NULL CHECK (available >= 0),
        reserved  bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
        sold      bigint NOT NULL DEFAULT 0 CHECK (sold >= 0)
      ) WITH (fillfactor = 50);
      CREATE TABLE reservation (
        order_id uuid    PRIMARY KEY,
        sku      text    COLLATE "C" NOT NULL,
        quantity integer NOT NULL CHECK (quantity > 0),
        state    text    NOT NULL CHECK (state IN ('reserved', 'released', 'sold'))
      ) WITH (fillfactor = 70);
      CREATE TABLE payment_intent (
        order_id uuid   PRIMARY KEY,
        amount   bigint NOT NULL CHECK (amount >= 0),
        token    text   NOT NULL
      );
      CREATE TABLE payment_result (
        order_id  uuid PRIMARY KEY,
        state     text NOT NULL CHECK (state IN ('captured', 'declined')),
        charge_id text UNIQUE
      );
      CREATE TABLE shipment (
        order_id uuid PRIMARY KEY,
        parcel   text NOT NULL UNIQUE,
        state    text NOT NULL CHECK (state IN ('booked'))
      );
      """;

  private static final String STOCK =
      "INSERT INTO stock (sku, available) SELECT 'SKU-' || n, ? FROM generate_series(0, ? - 1) AS n";

  private final Layout layout;

  private LimitDatabase(Layout layout) {
    this.layout = layout;
  }

  /** Makes it, empty, with so many products. */
  static LimitDatabase create(Layout layout, int products) throws SQLException {
    var database = new LimitDatabase(layout);
    database.drop();
    database.onServer("CREATE DATABASE " + NAME);
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(TABLES);
      fill(connection, products);
      // Plans that were made for empty tables would scan them for ever.
      statement.execute("ANALYZE");
    }
    return database;
  }

  private static void fill(Connection connection, int products) throws SQLException {
    try (var insert = connection.prepareStatement(STOCK)) {
      insert.setInt(1, UNITS);
      insert.setInt(2, products);
      insert.execute();
    }
  }

  Connection connect() throws SQLException {
    return Connections.open(layout, NAME, Databases.SUPERUSER);
  }

  /** How many sagas are in their final state; fails if stock and orders disagree. */
  long finished() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM orders WHERE status <> 'PENDING'),
                       (SELECT count(*) FROM orders WHERE status = 'CONFIRMED'),
                       (SELECT sum(sold) FROM stock)
                """)) {
      row.next();
      if (row.getLong(2) != row.getLong(3)) {
        throw new IllegalStateException(
            "%d orders are confirmed, %d units sold".formatted(row.getLong(2), row.getLong(3)));
      }
      return row.getLong(1);
    }
  }

  private void drop() throws SQLException {
    onServer("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
  }

  private void onServer(String sql) throws SQLException {
    try (var server = Connections.open(layout, Databases.SUPERUSER, Databases.SUPERUSER);
        var statement = server.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    drop();
  }
}
