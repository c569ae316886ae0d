package dev.backstep.stack.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.process.Port;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir static Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final TokenMint mint =
      new TokenMint(
          SigningKey.of(new StackDirectory(directory)), "http://issuer", InstantSource.fixed(NOW));
  private final TokenIssuer issuer;

  TokenIssuerTest() throws IOException {
    issuer = TokenIssuer.start(mint, 0);
  }

  @BeforeEach
  void isUp() {
    assertThat(Port.accepts(issuer.port())).isTrue();
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + issuer.port() + path);
    var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void givesATokenThatItsPublicKeyVerifies() throws Exception {
    var token = SignedJWT.parse(send("POST", "/token?role=customer&as=ada").body().strip());
    var key = JWKSet.parse(send("GET", "/jwks").body()).getKeys().getFirst().toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("http://issuer");
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getStringClaim("upn")).isEqualTo("ada");
    assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("customer"));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(TokenMint.VALIDITY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?role=admin", "?role=customer&as=", "?role=customer&as=a%20b"})
  void refusesWhatIsNoRoleOrName(String query) throws Exception {
    assertThat(send("POST", "/token" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void givesNoTokenOnGet() throws Exception {
    assertThat(send("GET", "/token?role=customer").statusCode()).isEqualTo(405);
  }

  @Test
  void refusesAPageThatCallsThisAddressByAnotherName() throws Exception {
    try (var socket = new Socket()) {
      socket.connect(Port.address(issuer.port()));
      var request =
          "POST /token?role=operator HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void theKeyIsTheSameAfterARestart() throws Exception {
    var token = SignedJWT.parse(mint.token(Role.OPERATOR, "otto"));
    var again = SigningKey.of(new StackDirectory(directory));
    assertThat(token.verify(new RSASSAVerifier(again.pair()))).isTrue();
  }
}
