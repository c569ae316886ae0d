package dev.backstep.saga.masking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Masks card tokens, names, addresses and e-mails in any JSON, known or not: by the names of
 * fields, and by the look of texts.
 */
public final class Masking {
  /** What stands in place of the masked. */
  public static final String MASK = "••••";

  /** As deep as our own messages may be. */
  private static final int MAX_NESTING = 32;

  private static final Set<String> PERSONAL =
      Set.of(
          "paymenttoken",
          "token",
          "card",
          "cardnumber",
          "pan",
          "cvc",
          "cvv",
          "iban",
          "name",
          "firstname",
          "lastname",
          "fullname",
          "recipient",
          "street",
          "city",
          "postalcode",
          "zip",
          "email",
          "phone");

  private static final String ADDRESS = "address";
  private static final String COUNTRY = "country";

  private static final Pattern CARD_TOKEN = Pattern.compile("pm_[A-Za-z0-9_]+");
  private static final Pattern E_MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Set<String> masked = new TreeSet<>();

  private Masking() {}

  /** The body as it may be shown. */
  public static MaskedPayload of(byte[] body) {
    try {
      var tree = JSON.readTree(body);
      if (tree.isMissingNode()) {
        return hidden(body, "It is empty.");
      }
      var masking = new Masking();
      var shown = masking.mask("", tree, false).toPrettyString();
      return new MaskedPayload(shown, body.length, sha256(body), masking.note());
    } catch (IOException _) {
      return hidden(body, "It is not JSON, so nobody knows what to mask: it is not shown.");
    }
  }

  /** A text without what looks like a card token or an e-mail. */
  public static String text(String text) {
    return E_MAIL.matcher(CARD_TOKEN.matcher(text).replaceAll("pm_" + MASK)).replaceAll(MASK);
  }

  private static MaskedPayload hidden(byte[] body, String why) {
    return new MaskedPayload(null, body.length, sha256(body), why);
  }

  private String note() {
    return masked.isEmpty()
        ? "Nothing had to be masked."
        : "Masked: " + String.join(", ", masked) + ".";
  }

  private JsonNode mask(String name, JsonNode node, boolean inAddress) {
    return switch (node) {
      case ObjectNode object -> maskFields(object, inAddress || isAddress(name));
      case ArrayNode array -> maskElements(name, array, inAddress);
      default -> maskValue(name, node, inAddress);
    };
  }

  private JsonNode maskFields(ObjectNode object, boolean inAddress) {
    object
        .properties()
        .forEach(field -> field.setValue(mask(field.getKey(), field.getValue(), inAddress)));
    return object;
  }

  private JsonNode maskElements(String name, ArrayNode array, boolean inAddress) {
    for (int i = 0; i < array.size(); i++) {
      array.set(i, mask(name, array.get(i), inAddress));
    }
    return array;
  }

  private JsonNode maskValue(String name, JsonNode value, boolean inAddress) {
    var field = name.toLowerCase(Locale.ROOT);
    var personal =
        PERSONAL.contains(field) || isAddress(name) || (inAddress && !field.equals(COUNTRY));
    if (personal && !value.isNull()) {
      masked.add(name);
      return TextNode.valueOf(MASK);
    }
    return value.isTextual() ? TextNode.valueOf(shown(value.textValue())) : value;
  }

  private String shown(String text) {
    var shown = text(text);
    if (!shown.equals(text)) {
      masked.add("texts that look like card tokens or e-mails");
    }
    return shown;
  }

  private static boolean isAddress(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ADDRESS);
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
