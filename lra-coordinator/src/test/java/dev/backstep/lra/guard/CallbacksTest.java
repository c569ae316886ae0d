package dev.backstep.lra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbacksTest {
  private final Callbacks callbacks = new Callbacks(List.of("http://orders:8080/lra/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://orders:8080/lra/1/complete",
        "<http://orders:8080/lra/1/complete>; rel=\"complete\"",
        "<http://orders:8080/lra/1/complete?method=PUT>; rel=\"complete\"; title=\"complete URI\","
            + "<http://orders:8080/lra/1/compensate>; rel=compensate"
      })
  void mayGoWhereTheListAllows(String links) {
    assertThat(callbacks.allow(links)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "ftp://orders:8080/lra/1",
        "https://orders:8080/lra/1",
        "http://orders:80/lra/1",
        "http://orders:8080/admin",
        "http://orders:8080/lra",
        "http://orders:8080@evil/lra/1",
        "http://orders:8080/lra/../admin",
        "http://orders:8080/lra/%2e%2E/admin",
        "http://orders:8080/lra/%2f../admin",
        " http://orders:8080/lra/1",
        "<http://evil/>; rel=compensate",
        "<http://orders:8080/lra/1>; rel=complete,<http://evil/>; rel=compensate",
        "<http://orders:8080/lra/1>; rel=complete,http://evil/",
        "<http://orders:8080/lra/1><http://evil/>; rel=complete",
        "not a url",
        "<"
      })
  void goNowhereElse(String links) {
    assertThat(callbacks.allow(links)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://orders", "http://orders:8080/lra", "orders/", "file:///", ""})
  void refuseAPrefixThatWouldLetOthersIn(String prefix) {
    assertThatThrownBy(() -> new Callbacks(List.of(prefix)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goNowhereWithoutAList() {
    assertThat(new Callbacks(List.of()).allow("http://orders:8080/lra/1")).isFalse();
  }
}
