package dev.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void letsOnlyTravelOverHttpWhatIsNoDangerToARequest() {
    assertThat(Headers.isTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"))
        .isTrue();
    assertThat(Headers.isTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b71692033\n1-01"))
        .isFalse();
    assertThat(Headers.isTraceparent(null)).isFalse();
  }
}
