package dev.backstep.rest.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceStartTest {
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "quarkus.application.name", "things",
              "quarkus.datasource.jdbc.url", "jdbc:postgresql://host:5432/things",
              "quarkus.datasource.username", "things",
              "kafka.bootstrap.servers", "host:9092",
              "mp.jwt.verify.issuer", "https://issuer.example",
              "mp.jwt.verify.publickey.location", "key.pem"));

  @Test
  void hasNothingToComplainOfWhenAllIsSaid() {
    assertThat(complaint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.datasource.jdbc.url",
        "quarkus.datasource.username",
        "kafka.bootstrap.servers",
        "mp.jwt.verify.issuer",
        "mp.jwt.verify.publickey.location"
      })
  void namesWhatIsMissing(String name) {
    for (var nothing : new String[] {"", " ", "NONE"}) {
      settings.put(name, nothing);
      assertThat(complaint().orElseThrow())
          .startsWith("things cannot start: set " + name + " (")
          .doesNotContain("; ", "\n");
    }
    settings.remove(name);
    assertThat(complaint()).isPresent();
  }

  @Test
  void namesEverythingAtOnce() {
    settings.clear();
    assertThat(complaint().orElseThrow())
        .startsWith("The service cannot start: set quarkus.datasource.jdbc.url (its database")
        .contains("; mp.jwt.verify.issuer (whose tokens it accepts); ")
        .doesNotContain("\n");
  }

  @Test
  void takesTheKeyItselfInPlaceOfWhereItIs() {
    settings.remove("mp.jwt.verify.publickey.location");
    settings.put("mp.jwt.verify.publickey", "MIIB…");
    assertThat(complaint()).isEmpty();
  }

  @Test
  void asksForWhatOneServiceNeeds() {
    var own = RequiredSetting.of("where the gateway is", "backstep.gateway.url");
    assertThat(ServiceStart.complaint(this::find, List.of(own)).orElseThrow())
        .startsWith("things cannot start: set backstep.gateway.url (where the gateway is).");
    settings.put("backstep.gateway.url", "https://gateway.example");
    assertThat(ServiceStart.complaint(this::find, List.of(own))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "Password", " changeme ", "things"})
  void refusesAPasswordThatEverybodyKnows(String password) {
    settings.put("quarkus.datasource.password", password);
    assertThat(complaint().orElseThrow())
        .startsWith(
            "things cannot start: change quarkus.datasource.password (everybody knows it). ")
        .doesNotContain("\n");
  }

  @Test
  void namesEveryKnownPasswordBesideWhatIsMissing() {
    settings.remove("kafka.bootstrap.servers");
    settings.put("quarkus.datasource.password", "postgres");
    settings.put("quarkus.flyway.password", "secret");
    assertThat(complaint().orElseThrow())
        .contains(
            "set kafka.bootstrap.servers (",
            "; change quarkus.datasource.password, quarkus.flyway.password (");
  }

  @Test
  void takesAChosenPassword() {
    settings.put("quarkus.datasource.password", "9fK2-aa81-Lx0q");
    assertThat(complaint()).isEmpty();
  }

  @Test
  void leavesPasswordsOfTheLocalProfileAlone() {
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.datasource.password", "postgres");
    assertThat(complaint()).isEmpty();
  }

  private Optional<String> complaint() {
    return ServiceStart.complaint(this::find, List.of());
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(settings.get(name));
  }
}
