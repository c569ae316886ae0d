package dev.backstep.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {
  private static final JWTAuthContextInfo RULES = new JWTAuthContextInfo();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final OwnToken own = new OwnToken();
  private final Judge judge = new Judge();
  private Duration passed = Duration.ZERO;
  private final RememberedTokens tokens =
      new RememberedTokens(own, judge, () -> START.plus(passed), () -> passed.toNanos());

  /** Accepts what does not begin with "bad"; each token is good for an hour, or for a second. */
  private static final class Judge extends JWTCallerPrincipalFactory {
    private int asked;

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
      asked++;
      if (token.startsWith("bad")) {
        throw new ParseException("refused");
      }
      var claims = new JwtClaims();
      var life = Duration.ofSeconds(token.startsWith("short") ? 1 : 3_600);
      claims.setExpirationTime(NumericDate.fromSeconds(START.plus(life).getEpochSecond()));
      return new DefaultJWTCallerPrincipal(token, "JWT", claims);
    }
  }

  @Test
  void verifiesATokenOnceAMinute() throws Exception {
    var first = tokens.parse("good", RULES);
    passed = RememberedTokens.LIFE.minusMillis(1);
    assertThat(tokens.parse("good", RULES)).isSameAs(first);
    assertThat(judge.asked).isEqualTo(1);
    passed = RememberedTokens.LIFE;
    tokens.parse("good", RULES);
    assertThat(judge.asked).isEqualTo(2);
  }

  @Test
  void remembersNoneForLongerThanItIsGood() throws Exception {
    tokens.parse("short", RULES);
    passed = Duration.ofSeconds(1);
    tokens.parse("short", RULES);
    assertThat(judge.asked).isEqualTo(2);
  }

  @Test
  void takesNoTokenForAnother() throws Exception {
    tokens.parse("good", RULES);
    tokens.parse("gooD", RULES);
    assertThat(judge.asked).isEqualTo(2);
  }

  @Test
  void judgesAnewByOtherRules() throws Exception {
    tokens.parse("good", RULES);
    tokens.parse("good", new JWTAuthContextInfo());
    assertThat(judge.asked).isEqualTo(2);
  }

  @Test
  void looksAtWhatWasRefusedAnewEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.parse("bad", RULES)).isInstanceOf(ParseException.class);
    }
    assertThat(judge.asked).isEqualTo(2);
  }
}
