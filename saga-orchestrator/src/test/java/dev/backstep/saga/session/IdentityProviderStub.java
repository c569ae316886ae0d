package dev.backstep.saga.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of identities that speaks the authorization code flow: whoever comes is let in, in the
 * group that the parameter {@code as} of his request names.
 */
public final class IdentityProviderStub implements QuarkusTestResourceLifecycleManager {
  static final String USER = "olga@example.org";

  private static final String CLIENT = "console";
  private static final String SECRET = "a secret of at least thirty-two characters";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int FOUND = 302;
  private static final int OK = 200;

  private @Nullable HttpServer server;
  private RSAKey key = generate();
  private String issuer = "";

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).keyID("stub").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      issuer = "http://127.0.0.1:" + http.getAddress().getPort();
      http.createContext("/.well-known/openid-configuration", it -> json(it, configuration()));
      http.createContext("/keys", it -> json(it, new JWKSet(key.toPublicJWK()).toString()));
      http.createContext("/authorize", IdentityProviderStub::authorize);
      http.createContext("/token", this::token);
      http.start();
      server = http;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.oidc.tenant-enabled", "true",
        "quarkus.oidc.auth-server-url", issuer,
        "quarkus.oidc.client-id", CLIENT,
        "quarkus.oidc.credentials.secret", SECRET);
  }

  private String configuration() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
     "id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(issuer);
  }

  /** The code is the group, so that nothing has to be remembered. */
  private static void authorize(HttpExchange exchange) throws IOException {
    var query = parameters(exchange.getRequestURI().getRawQuery());
    var back =
        "%s?code=%s&state=%s"
            .formatted(query.get("redirect_uri"), query.get("as"), query.get("state"));
    exchange.getResponseHeaders().add("Location", back);
    exchange.sendResponseHeaders(FOUND, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    json(
        exchange,
        "{\"access_token\":\"%1$s\",\"id_token\":\"%1$s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
            .formatted(idToken(form.getOrDefault("code", ""))));
  }

  private String idToken(String group) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject("4711")
            .audience(CLIENT)
            .claim("preferred_username", USER)
            .claim("groups", List.of(group))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static Map<String, String> parameters(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], UTF_8)));
  }

  private static void json(HttpExchange exchange, String text) throws IOException {
    var body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
