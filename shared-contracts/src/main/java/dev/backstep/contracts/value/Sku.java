package dev.backstep.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The code of a product that can be stocked and sold.
 *
 * @param value 1 to 40 capital letters, digits and hyphens, starting with a letter or a digit
 */
public record Sku(@JsonValue String value) implements Comparable<Sku> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

  /** Refuses anything that is not a SKU with an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sku {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a SKU is 1 to 40 capital letters, digits and hyphens, starting with a letter or a digit");
    }
  }

  /** Orders by code point, which every service uses when it locks several SKUs. */
  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
