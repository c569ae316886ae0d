package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.Sku;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuoteTest {
  private static final Sku CUP = new Sku("CUP");
  private static final Sku LAMP = new Sku("LAMP");
  private static final OrderLines ORDER =
      OrderLines.of(new OrderLine(LAMP, 2), new OrderLine(CUP, 3));

  @Test
  void addsUpEveryLine() {
    var quote = Quote.of(ORDER, Map.of(CUP, Money.euroCents(500), LAMP, Money.euroCents(1999)));
    assertThat(quote)
        .isInstanceOfSatisfying(
            Quote.Priced.class,
            priced -> assertThat(priced.total()).isEqualTo(Money.euroCents(3 * 500 + 2 * 1999)));
  }

  @Test
  void namesEveryProductThatIsNotOnSale() {
    assertThat(Quote.of(ORDER, Map.of())).isEqualTo(new Quote.UnknownProducts(List.of(CUP, LAMP)));
    assertThat(Quote.of(ORDER, Map.of(CUP, Money.euroCents(1))))
        .isEqualTo(new Quote.UnknownProducts(List.of(LAMP)));
  }

  @Test
  void addsNoApplesToOranges() {
    assertThat(Quote.of(ORDER, Map.of(CUP, Money.euroCents(1), LAMP, new Money(1, "USD"))))
        .isInstanceOf(Quote.NotPriceable.class);
  }

  @Test
  void refusesATotalBeyondReason() {
    var dear = Money.euroCents(Money.MAX_MINOR_UNITS);
    assertThat(Quote.of(ORDER, Map.of(CUP, dear, LAMP, dear)))
        .isInstanceOf(Quote.NotPriceable.class);
  }
}
