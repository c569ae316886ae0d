package dev.backstep.order.backlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When this instance takes no more orders. */
@ConfigMapping(prefix = "backstep.backlog")
public interface BacklogConfig {
  /**
   * Orders under way beyond which none is taken, whatever the reason: what a minute of somebody
   * else's outage leaves behind at some three hundred orders a second.
   */
  @WithDefault("20000")
  int most();

  /** So few orders are nobody's overload, however long they take: slow cards, not slow services. */
  @WithDefault("1000")
  int few();

  /**
   * When even the quickest order of late took longer, and those under way will, too, no more are
   * taken: better a clear answer now than a late one for everybody.
   */
  @WithDefault("5s")
  Duration bearable();
}
