package dev.backstep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.e2e.audit.Audit;
import dev.backstep.e2e.audit.History;
import dev.backstep.e2e.audit.Rest;
import dev.backstep.e2e.audit.Strength;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After the last test of the class the stack comes to rest, and the audit is clean. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Audited.Afterwards.class)
public @interface Audited {
  /** Does it. */
  final class Afterwards implements AfterAllCallback {
    /** What a crash leaves is taken up after leases and deadlines of ten seconds or so. */
    private static final Duration REST = Duration.ofMinutes(2);

    @Override
    public void afterAll(ExtensionContext context) throws SQLException, InterruptedException {
      auditAtRest();
    }

    static void rest() throws SQLException, InterruptedException {
      assertThat(Rest.await(Backstep.layout(), REST)).as("what still moves").isEmpty();
    }

    static void auditAtRest() throws SQLException, InterruptedException {
      rest();
      var report = Audit.of(Backstep.layout(), Strength.AT_REST, History.NONE);
      assertThat(report.isClean()).as(report.table()).isTrue();
    }
  }
}
