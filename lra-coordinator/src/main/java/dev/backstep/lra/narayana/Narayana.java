package dev.backstep.lra.narayana;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.arjuna.common.recoveryPropertyManager;
import com.arjuna.ats.arjuna.recovery.RecoveryManager;
import com.arjuna.ats.internal.arjuna.objectstore.jdbc.JDBCStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.narayana.lra.coordinator.internal.Implementations;
import io.narayana.lra.coordinator.internal.LRARecoveryModule;
import jakarta.inject.Singleton;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The coordinator inside this process. It is started once, by the instance that has become the
 * active one: from then on it holds every LRA of the store in memory.
 */
@Singleton
public class Narayana {
  /** Between the two halves of a round: nothing here needs the pause. */
  private static final int BETWEEN_PASSES_SECONDS = 1;

  /** Names of Narayana's three stores, and of our tables for them. */
  private static final Map<String, String> STORES =
      Map.of("communicationStore", "communication_", "stateStore", "state_");

  private final NarayanaConfig config;
  private final StoreConnections connections;
  private boolean started;

  Narayana(NarayanaConfig config, StoreConnections connections) {
    this.config = config;
    this.connections = connections;
  }

  /** Reads every LRA from the store and goes on with those that were ending. */
  public synchronized void start(long epoch) {
    var pool = connections.open(epoch);
    // Not arjPropertyManager's, which forgets data sources on the way to the bean itself.
    useTables(BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class), pool, "action_");
    STORES.forEach((name, prefix) ->
        useTables(
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, name), pool, prefix));
    // Nobody asks this process about transactions over a port of its own.
    arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
    var recovery = recoveryPropertyManager.getRecoveryEnvironmentBean();
    recovery.setPeriodicRecoveryPeriod(Math.toIntExact(Math.max(1, config.period().toSeconds())));
    recovery.setRecoveryBackoffPeriod(BETWEEN_PASSES_SECONDS);
    Implementations.install();
    RecoveryManager.manager();
    LRARecoveryModule.getService();
    LRARecoveryModule.getInstance().recover();
    started = true;
  }

  private static void useTables(ObjectStoreEnvironmentBean store, DataSource pool, String prefix) {
    store.setObjectStoreType(JDBCStore.class.getName());
    store.setJdbcDataSource(pool);
    store.setTablePrefix(prefix);
    store.setCreateTable(false);
    store.setDropTable(false);
  }

  /** Nothing is called any more. */
  public synchronized void stop() {
    if (started) {
      RecoveryManager.manager().terminate(true);
      connections.close();
      started = false;
    }
  }
}
