package dev.backstep.rest;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose tokens are good in these tests: those of a stack without a single server. */
@QuarkusTestResource(Tokens.class)
public final class Tokens implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    var stack = TestStack.shared(Set.of());
    return stack.configurationOf(Part.ORDER_SERVICE).entrySet().stream()
        .filter(setting -> setting.getKey().startsWith("mp.jwt."))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void stop() {}
}
