package dev.backstep.reads.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenSealTest {
  private static final Position POSITION = new Position(3, 0x0123_4567_89ab_cdefL);

  private final TokenSeal seal = new TokenSeal("a key".getBytes(UTF_8));

  @Test
  void opensWhatItSealedForTheSameCustomer() {
    assertThat(seal.open("ada", seal.seal("ada", POSITION))).contains(POSITION);
  }

  @Test
  void isWorthlessInAnothersHands() {
    assertThat(seal.open("bob", seal.seal("ada", POSITION))).isEmpty();
  }

  @Test
  void isWorthlessUnderAnotherKey() {
    var other = new TokenSeal("another key".getBytes(UTF_8));
    assertThat(other.open("ada", seal.seal("ada", POSITION))).isEmpty();
  }

  @Test
  void everyChangedByteIsNoticed() {
    var bytes = Base64.getUrlDecoder().decode(seal.seal("ada", POSITION));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThat(seal.open("ada", changed)).as("byte %d", i).isEmpty();
      bytes[i] ^= 1;
    }
  }

  @Test
  void nonsenseIsNoToken() {
    for (var text : new String[] {"", "x", "%%%", "AAAA", "A".repeat(1_000)}) {
      assertThat(seal.open("ada", text)).isEmpty();
    }
  }
}
