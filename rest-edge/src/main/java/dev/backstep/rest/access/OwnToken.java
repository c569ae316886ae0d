package dev.backstep.rest.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * What a process lets itself in with while it rehearses: a secret that nobody has signed, that
 * never leaves the process, and that is worth nothing once it was taken back.
 */
@Singleton
public class OwnToken {
  private static final String NOBODY = "rehearsal";

  private volatile @Nullable JWTCallerPrincipal lent;

  /** One that lets in with that role; there is one at a time. */
  public String lend(String role) {
    var secret = UUID.randomUUID().toString();
    var claims = new JwtClaims();
    claims.setSubject(NOBODY);
    claims.setStringListClaim("groups", List.of(role));
    lent = new DefaultJWTCallerPrincipal(secret, "JWT", claims);
    return secret;
  }

  /** What was lent lets nobody in any more. */
  public void takeBack() {
    lent = null;
  }

  /** Who comes with that token, if it is the one that is lent. */
  Optional<JWTCallerPrincipal> check(String token) {
    return Optional.ofNullable(lent).filter(it -> token.equals(it.getRawToken()));
  }
}
