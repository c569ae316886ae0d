package dev.backstep.stack;

import dev.backstep.stack.kafka.KafkaRecipe;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.postgres.PostgresRecipe;
import dev.backstep.stack.postgres.ReplicaRecipe;
import dev.backstep.stack.process.Recipe;
import dev.backstep.stack.redis.RedisRecipe;
import dev.backstep.stack.service.GatewayRecipe;
import dev.backstep.stack.service.ServiceRecipe;
import dev.backstep.stack.token.TokenRecipe;

/** Which recipe brings up which part. */
final class Recipes {
  private Recipes() {}

  static Recipe of(Instance instance, Layout layout) {
    return switch (instance.part()) {
      case POSTGRES -> new PostgresRecipe(layout);
      case POSTGRES_REPLICA -> new ReplicaRecipe(layout);
      case KAFKA -> new KafkaRecipe(layout);
      case REDIS -> new RedisRecipe(layout);
      case GATEWAY -> new GatewayRecipe(layout);
      case TOKENS -> new TokenRecipe(layout);
      case ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR, LRA_COORDINATOR ->
          new ServiceRecipe(layout, instance);
    };
  }
}
