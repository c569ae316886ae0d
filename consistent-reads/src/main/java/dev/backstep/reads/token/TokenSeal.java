package dev.backstep.reads.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backstep.reads.position.Position;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes commit tokens and reads them. A token is bound to one customer by a MAC, so nobody can send
 * another's reads to the primary or learn positions by guessing. It is no secret, and grants
 * nothing.
 */
public final class TokenSeal {
  /** The header that carries a token, in both directions. */
  public static final String HEADER = "Consistency-Token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte VERSION = 1;
  private static final int BODY = 1 + Integer.BYTES + Long.BYTES;

  /** Half of the digest: 128 bits are beyond guessing, and the header stays short. */
  private static final int MAC = 16;

  private final SecretKeySpec key;

  /** Instances that share customers share the key; tokens of another key are unreadable. */
  public TokenSeal(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The token of that customer for that position. */
  public String seal(String customer, Position position) {
    var body = ByteBuffer.allocate(BODY);
    body.put(VERSION).putInt(position.timeline()).putLong(position.lsn());
    var sealed = ByteBuffer.allocate(BODY + MAC);
    sealed.put(body.array()).put(mac(customer, body.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
  }

  /** The position in it; empty unless it was sealed with this key for that customer. */
  public Optional<Position> open(String customer, String token) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (sealed.length != BODY + MAC || sealed[0] != VERSION) {
      return Optional.empty();
    }
    var body = Arrays.copyOf(sealed, BODY);
    var mac = Arrays.copyOfRange(sealed, BODY, sealed.length);
    return MessageDigest.isEqual(mac, mac(customer, body))
        ? Optional.of(position(ByteBuffer.wrap(body)))
        : Optional.empty();
  }

  private static Position position(ByteBuffer body) {
    body.get();
    return new Position(body.getInt(), body.getLong());
  }

  private byte[] mac(String customer, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(body);
      return Arrays.copyOf(mac.doFinal(customer.getBytes(UTF_8)), MAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
