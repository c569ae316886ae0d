package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Topics;
import dev.backstep.e2e.Audited;
import dev.backstep.e2e.Postman;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@Audited
@ExtendWith(Chromium.class)
class DeadLetterTest {
  @RegisterExtension final Visitor operator = Visitor.operator();

  @Test
  void looksIntoADeadLetterSendsItAgainAndDiscardsIt() {
    var type = "backstep.nobody.knows-" + UUID.randomUUID() + ".v1";
    throwAtInventory(type);
    var page = operator.open("/dead-letters");
    open(page, type);
    var card = page.locator("letter-card");
    assertThat(card).containsText("inventory.commands");
    assertThat(card).containsText("<b>bold</b>");
    operator.picture("dead-letter");
    var origin = card.locator("dd").first().innerText();
    confirm(card, "Replay", "Tried once more");
    assertThat(page.locator("toast-list")).containsText("1 message sent again");
    assertThat(card).containsText("Replayed");
    rows(page, type)
        .filter(new Locator.FilterOptions().setHasNotText(origin))
        .getByRole(AriaRole.BUTTON)
        .click();
    confirm(card, "Discard", "Nobody knows such a command");
    assertThat(page.locator("toast-list")).containsText("1 message discarded");
    operator.button("All, with history").click();
    assertThat(rows(page, type).filter(new Locator.FilterOptions().setHasText("Discarded")))
        .hasCount(1);
  }

  private static void throwAtInventory(String type) {
    var headers =
        Map.of(
            Headers.ID,
            UUID.randomUUID() + "/stock/do",
            Headers.TYPE,
            type,
            Headers.SUBJECT,
            "none");
    try (var postman = new Postman()) {
      postman.send(
          Topics.INVENTORY_COMMANDS,
          UUID.randomUUID().toString(),
          headers,
          "{\"note\":\"<b>bold</b>\"}".getBytes(UTF_8));
    }
  }

  /** The newest of that type that waits. */
  private static void open(Page page, String type) {
    rows(page, type).first().getByRole(AriaRole.BUTTON).click();
  }

  private static Locator rows(Page page, String type) {
    return page.locator("letter-list tr")
        .filter(new Locator.FilterOptions().setHas(page.locator("[title='" + type + "']")));
  }

  private void confirm(Locator card, String action, String reason) {
    card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action)).click();
    operator.page().getByLabel("Reason").fill(reason);
    operator.page().locator("dialog footer .btn").last().click();
  }
}
