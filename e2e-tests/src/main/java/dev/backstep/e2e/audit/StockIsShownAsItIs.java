package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Section 9, availability: it may be a moment old while the stock moves, and is right when it has
 * come to rest.
 */
final class StockIsShownAsItIs implements Invariant {
  private static final String STOCK =
      "SELECT sku, version, available FROM stock WHERE version > 0 ORDER BY sku";

  private record Stock(String sku, Shown truth) {}

  @Override
  public String claim() {
    return "at rest, the stock that shoppers are shown is the stock that there is";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var stock = stock(witnesses);
    var shown = shown(witnesses, stock);
    return Finding.of(
        "%d products, %d of them shown from the view".formatted(stock.size(), shown.size()),
        outdated(stock, shown));
  }

  /** What the view has not seen yet, a sentence for each product. */
  static List<String> outdated(Witnesses witnesses) throws SQLException {
    var stock = stock(witnesses);
    return outdated(stock, shown(witnesses, stock));
  }

  private static List<Stock> stock(Witnesses witnesses) throws SQLException {
    return Rows.of(
        witnesses.database(Part.INVENTORY_SERVICE),
        STOCK,
        row -> new Stock(row.getString(1), new Shown(row.getLong(2), row.getLong(3))));
  }

  private static Map<String, Shown> shown(Witnesses witnesses, List<Stock> stock) {
    return witnesses.stockView(stock.stream().map(Stock::sku).toList());
  }

  private static List<String> outdated(List<Stock> stock, Map<String, Shown> view) {
    return stock.stream()
        .filter(it -> !view.getOrDefault(it.sku, it.truth).equals(it.truth))
        .map(it -> "%s is %s, and is shown as %s".formatted(it.sku, it.truth, view.get(it.sku)))
        .toList();
  }
}
