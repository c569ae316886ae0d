package dev.backstep.reads.wiring;

import dev.backstep.reads.replica.Replica;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/**
 * Connections to the replicas: Agroal, as for the primary, but made at run time, for how many
 * replicas there are is known only then.
 */
@Singleton
class ReplicaPools {
  /** A full pool means that the replica is slow; the primary is asked instead. */
  private static final Duration ACQUISITION = Duration.ofMillis(250);

  /**
   * A frozen replica holds a reader for this long, once: it is not asked again until it answers.
   */
  private static final String SECONDS_WITHOUT_ANSWER = "1";

  private final ReadsConfig config;
  private final String user;
  private final String password;
  private final Optional<String> sessionSql;
  private final List<AgroalDataSource> pools = new ArrayList<>();

  ReplicaPools(
      ReadsConfig config,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
      @ConfigProperty(name = "quarkus.datasource.jdbc.new-connection-sql")
          Optional<String> sessionSql) {
    this.config = config;
    this.user = user.orElse("");
    this.password = password.orElse("");
    this.sessionSql = sessionSql;
  }

  /** All replicas of the configuration, by name. */
  List<Replica> open() {
    return config.replicas().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(this::open)
        .toList();
  }

  private Replica open(Map.Entry<String, ReadsConfig.Server> server) {
    try {
      var pool = AgroalDataSource.from(settings(server.getValue().url()));
      pools.add(pool);
      return new Replica(server.getKey(), pool);
    } catch (SQLException e) {
      throw new IllegalStateException("no pool for replica " + server.getKey(), e);
    }
  }

  private AgroalDataSourceConfigurationSupplier settings(String url) {
    return new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(pool ->
            pool.initialSize(0)
                .maxSize(config.replicaConnections())
                .acquisitionTimeout(ACQUISITION)
                .connectionValidator(ConnectionValidator.defaultValidator())
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(connection ->
                    connection
                        .connectionProviderClass(Driver.class)
                        .jdbcUrl(url)
                        .principal(new NamePrincipal(user))
                        .credential(new SimplePassword(password))
                        .initialSql(sessionSql.orElse(""))
                        .jdbcProperty("connectTimeout", SECONDS_WITHOUT_ANSWER)
                        .jdbcProperty("socketTimeout", SECONDS_WITHOUT_ANSWER)
                        .jdbcProperty("ApplicationName", "reads")));
  }

  void close() {
    pools.forEach(AgroalDataSource::close);
  }
}
