package dev.backstep.saga.books;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** Where the metrics of the other services are. */
@ConfigMapping(prefix = "backstep.console.books")
interface ServiceAddresses {
  /** By the name of the service: the base URLs of its instances. */
  Map<String, List<String>> services();
}
