package dev.backstep.lra.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.lra.narayana.StoreConnections;
import dev.backstep.lra.testing.LeaseDatabase;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseTableTest {
  private static final Duration LONG = Duration.ofHours(1);

  private AgroalDataSource database;
  private LeaseTable table;

  @BeforeEach
  void create() throws Exception {
    LeaseDatabase.create();
    var pool = new AgroalDataSourceConfigurationSupplier();
    pool.connectionPoolConfiguration(it ->
        it.maxSize(2)
            .connectionFactoryConfiguration(factory ->
                factory
                    .jdbcUrl(LeaseDatabase.url())
                    .principal(new NamePrincipal(LeaseDatabase.USER))
                    .credential(new SimplePassword(LeaseDatabase.password()))));
    database = AgroalDataSource.from(pool);
    table = new LeaseTable(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isHeldByOneAtATimeAndByAnotherWhenItIsGivenBack() throws Exception {
    assertThat(table.take("one", LONG)).hasValue(1);
    assertThat(table.take("two", LONG)).isEmpty();
    assertThat(table.renew(1, LONG)).isTrue();
    table.giveBack(1);
    assertThat(table.take("two", LONG)).hasValue(2);
    assertThat(table.renew(1, LONG)).isFalse();
    assertThat(table.take("one", LONG)).isEmpty();
  }

  @Test
  void isFreeWhenItHasRunOut() throws Exception {
    assertThat(table.take("one", Duration.ZERO)).hasValue(1);
    assertThat(table.take("two", LONG)).hasValue(2);
  }

  @Test
  void isStillItsHoldersWhenItHasRunOutAndNobodyTookIt() throws Exception {
    table.take("one", Duration.ZERO);
    assertThat(table.renew(1, LONG)).isTrue();
    assertThat(table.take("two", LONG)).isEmpty();
  }

  @Test
  void goesAtOnceToTheSameInstanceAfterItsCrash() throws Exception {
    table.take("one", LONG);
    assertThat(table.take("one", LONG)).hasValue(2);
  }

  @Test
  void endsWhatAFrozenHolderWasWriting() throws Exception {
    table.take("one", Duration.ZERO);
    try (var frozen = LeaseDatabase.connect(StoreConnections.APPLICATION)) {
      assertThat(frozen.isValid(1)).isTrue();
      assertThat(table.take("two", LONG)).hasValue(2);
      assertThat(frozen.isValid(1)).isFalse();
    }
  }
}
