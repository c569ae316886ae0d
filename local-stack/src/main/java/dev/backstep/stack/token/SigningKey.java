package dev.backstep.stack.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.TextFile;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;

/**
 * The key pair of one stack: made at its first start, the private half readable by its owner only.
 */
public final class SigningKey {
  private static final int BITS = 2048;
  private static final int PEM_LINE = 64;

  private final RSAKey key;

  private SigningKey(RSAKey key) {
    this.key = key;
  }

  /** The key of the stack in that directory; made if there is none. */
  public static synchronized SigningKey of(StackDirectory directory) {
    Path file = directory.secret("token-key.json");
    var stored = TextFile.read(file).map(json -> new SigningKey(parse(file, json)));
    var key = stored.orElseGet(() -> new SigningKey(generate()));
    if (stored.isEmpty()) {
      TextFile.write(file, key.key.toJSONString());
    }
    if (TextFile.read(publicKeyFile(directory)).isEmpty() || stored.isEmpty()) {
      TextFile.write(publicKeyFile(directory), key.publicPem());
    }
    return key;
  }

  /** Where the services find the public half, in PEM. */
  public static Path publicKeyFile(StackDirectory directory) {
    return directory.configuration("token-key.pem");
  }

  private static RSAKey parse(Path file, String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new StackFailure(file + " is damaged: remove it, and a new key is made", e);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String publicPem() {
    try {
      byte[] encoded = key.toRSAPublicKey().getEncoded();
      String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(encoded);
      return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half as a JSON Web Key Set. */
  String jwks() {
    return new JWKSet(key).toString(true);
  }

  RSAKey pair() {
    return key;
  }
}
