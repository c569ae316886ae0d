package dev.backstep.lra.narayana;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The store's connections. Each is made for one epoch of the lease, and the database refuses those
 * of an epoch that is over: an instance that was frozen and wakes up late writes nothing.
 */
@Singleton
public class StoreConnections {
  /** How the database knows them. */
  public static final String APPLICATION = "lra-store";

  /** A coordinator on two cores keeps fewer busy. */
  private static final int MOST = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String url;
  private final String user;
  private final String password;
  private @Nullable AgroalDataSource open;

  StoreConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** The pool of that epoch, in place of any other. */
  synchronized DataSource open(long epoch) {
    close();
    var pool = new AgroalDataSourceConfigurationSupplier();
    pool.connectionPoolConfiguration(it ->
        it.maxSize(MOST)
            .acquisitionTimeout(PATIENCE)
            .connectionFactoryConfiguration(factory ->
                factory
                    .jdbcUrl(named(url))
                    .principal(new NamePrincipal(user))
                    .credential(new SimplePassword(password))
                    .autoCommit(false)
                    .initialSql("SELECT fence(" + epoch + ")")));
    try {
      var fresh = AgroalDataSource.from(pool);
      open = fresh;
      return fresh;
    } catch (SQLException e) {
      throw new IllegalStateException("the pool of the store", e);
    }
  }

  private static String named(String url) {
    return url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + APPLICATION;
  }

  synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
