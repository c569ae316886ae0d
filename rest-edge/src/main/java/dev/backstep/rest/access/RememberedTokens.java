package dev.backstep.rest.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Verifies a token's signature once a minute, not with each request: a client sends the same one
 * many times, and verifying is done by the threads that answer everybody. A token is never accepted
 * for longer than it says itself; one whose key was withdrawn may be for {@link #LIFE}. What was
 * refused is looked at anew each time.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberedTokens extends JWTCallerPrincipalFactory {
  /** How long nobody looks at the signature again. */
  static final Duration LIFE = Duration.ofMinutes(1);

  /** Some 20 MB at most; of more, the least used are verified again. */
  static final int MOST = 10_000;

  private final OwnToken own;
  private final JWTCallerPrincipalFactory verification;
  private final InstantSource time;
  private final Cache<Question, JWTCallerPrincipal> known;

  /** The same token is judged anew by other rules. */
  private record Question(String token, JWTAuthContextInfo rules) {}

  @Inject
  RememberedTokens(OwnToken own) {
    this(
        own, new DefaultJWTCallerPrincipalFactory(), InstantSource.system(), Ticker.systemTicker());
  }

  /** For tests: another judge, and other clocks. */
  RememberedTokens(
      OwnToken own, JWTCallerPrincipalFactory verification, InstantSource time, Ticker ticker) {
    this.own = own;
    this.verification = verification;
    this.time = time;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(ticker)
            .expireAfter(Expiry.<Question, JWTCallerPrincipal>creating((_, token) -> lifeOf(token)))
            .build();
  }

  private Duration lifeOf(JWTCallerPrincipal token) {
    var end = Instant.ofEpochSecond(token.getExpirationTime());
    var left = Duration.between(time.instant(), end);
    return left.compareTo(LIFE) < 0 ? left : LIFE;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    var itself = own.check(token);
    return itself.isPresent() ? itself.get() : ofSomebodyElse(token, rules);
  }

  private JWTCallerPrincipal ofSomebodyElse(String token, JWTAuthContextInfo rules)
      throws ParseException {
    var question = new Question(token, rules);
    var before = known.getIfPresent(question);
    if (before != null) {
      return before;
    }
    var verified = verification.parse(token, rules);
    known.put(question, verified);
    return verified;
  }
}
