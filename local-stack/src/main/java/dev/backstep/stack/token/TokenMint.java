package dev.backstep.stack.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Signs tokens that the services of one stack accept. */
public final class TokenMint {
  /** A working day: a pasted command still works in the evening. */
  public static final Duration VALIDITY = Duration.ofHours(8);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  private final SigningKey key;
  private final String issuer;
  private final InstantSource clock;

  TokenMint(SigningKey key, String issuer, InstantSource clock) {
    this.key = key;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** The mint of that stack; its key is made if there is none. */
  public static TokenMint of(Layout layout) {
    return new TokenMint(
        SigningKey.of(layout.directory()), layout.url(Part.TOKENS), InstantSource.system());
  }

  /** Whether a token may be made out to that name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** A token for that role and name, good for {@link #VALIDITY}. */
  public String token(Role role, String name) {
    return token(role, name, VALIDITY);
  }

  /** A token of that validity; a negative one makes it expired, for tests. */
  public String token(Role role, String name, Duration validity) {
    if (!isName(name)) {
      throw new IllegalArgumentException("Not a name for a token: " + name);
    }
    return sign(claims(role, name, validity));
  }

  private JWTClaimsSet claims(Role role, String name, Duration validity) {
    Instant now = clock.instant();
    Instant issued = validity.isNegative() ? now.plus(validity.multipliedBy(2)) : now;
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(name)
        .claim("upn", name)
        .claim("groups", List.of(role.label()))
        .issueTime(Date.from(issued))
        .expirationTime(Date.from(now.plus(validity)))
        .jwtID(UUID.randomUUID().toString())
        .build();
  }

  private String sign(JWTClaimsSet claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.pair().getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key.pair()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  String jwks() {
    return key.jwks();
  }
}
