package dev.backstep.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final Sku MUG = new Sku("MUG");
  private static final Sku CUP = new Sku("CUP");

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesAQuantityOutOfBounds(int quantity) {
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderLine(MUG, quantity));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mug", "-MUG", "MUG BLUE", "MUG\n", "M'; DROP TABLE stock; --"})
  void refusesWhatIsNoSku(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sku(text));
  }

  @Test
  void sortsLinesBySkuSoThatOrdersLockInOneOrder() {
    var lines = OrderLines.of(new OrderLine(MUG, 1), new OrderLine(CUP, 2));
    assertThat(lines.lines()).extracting(OrderLine::sku).containsExactly(CUP, MUG);
  }

  @Test
  void refusesNoLinesTooManyLinesAndASkuNamedTwice() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderLines(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderLines(linesOf(101)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderLines.of(new OrderLine(MUG, 1), new OrderLine(MUG, 2)));
    assertThat(new OrderLines(linesOf(100)).lines()).hasSize(100);
  }

  @Test
  void addsAndMultipliesMoneyOfOneCurrencyOnly() {
    assertThat(Money.euroCents(250).times(3).plus(Money.euroCents(1)))
        .isEqualTo(Money.euroCents(751));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.euroCents(1).plus(new Money(1, "USD")));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.euroCents(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "eur"));
  }

  @Test
  void showsNeitherPaymentTokenNorAddressAsText() {
    var address = new ShippingAddress("Ada Lovelace", "Hauptstr. 1", "Berlin", "10115", "DE");
    assertThat(new PaymentToken("pm_secret")).asString().doesNotContain("secret");
    assertThat(address).asString().doesNotContain("Ada", "Hauptstr", "Berlin", "10115");
  }

  @Test
  void cutsAnOverlongRefusalRatherThanLosingIt() {
    var refusal = new Refusal(RefusalCode.NOT_POSSIBLE, "x".repeat(10_000));
    assertThat(refusal.detail()).hasSize(Refusal.MAX_LENGTH);
  }

  private static List<OrderLine> linesOf(int count) {
    return IntStream.range(0, count).mapToObj(i -> new OrderLine(new Sku("SKU-" + i), 1)).toList();
  }
}
