package dev.backstep.stack.kafka;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Users of a broker that knows its clients by SCRAM, and what each may do there. Safe to repeat: a
 * password is set anew, a right that is there stays. Takes no right away.
 */
public final class UserSetup {
  /** May see how far everybody has read, for scaling by it. */
  public static final String ONLOOKER = "kafka-scaler";

  // What brokers themselves take by default for SHA-512.
  private static final ScramCredentialInfo SCRAM =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

  private UserSetup() {}

  /**
   * Makes users of those names with those passwords: of services, and {@link #ONLOOKER}.
   *
   * @param client settings of somebody who may do that
   */
  public static void provide(Map<String, String> client, Map<String, String> passwords) {
    var users = new ArrayList<UserScramCredentialAlteration>();
    var rules = new ArrayList<AclBinding>();
    passwords.forEach((user, password) -> {
      rules.addAll(rulesOf(user));
      users.add(
          new UserScramCredentialUpsertion(user, SCRAM, password.getBytes(StandardCharsets.UTF_8)));
    });
    try (var broker = BrokerAdmin.of(client)) {
      BrokerAdmin.await(broker.admin().alterUserScramCredentials(users).all(), "make users");
      BrokerAdmin.await(broker.admin().createAcls(rules).all(), "give rights");
    }
  }

  private static List<AclBinding> rulesOf(String user) {
    return user.equals(ONLOOKER)
        ? Rights.ofOnlooker(user)
        : Part.services().stream()
            .filter(service -> service.label().equals(user))
            .findFirst()
            .map(service -> Rights.of(service).asRules())
            .orElseThrow(() -> new StackFailure("no service is called " + user));
  }
}
