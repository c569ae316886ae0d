package dev.backstep.saga.schedule;

import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.Topics;
import java.util.ArrayList;
import java.util.List;

/** The whole suite in memory: four services of two processes each, a broker and a gateway. */
final class World {
  final Chronicle chronicle = new Chronicle();
  final Broker broker = new Broker();
  final GatewayModel gateway = new GatewayModel();
  final OrdersModel orders;
  final ParcelsModel parcels;
  final StockModel stock;
  final PaymentsModel payments;
  final OrchestratorModel orchestrator;
  final Service paymentService;
  private final Service orchestratorService;
  private final List<Service> services;
  private final List<Group> groups = new ArrayList<>();

  World(Sabotage sabotage) {
    var orderService = new Service(chronicle, broker, sabotage);
    var inventoryService = new Service(chronicle, broker, sabotage);
    paymentService = new Service(chronicle, broker, sabotage);
    orchestratorService = new Service(chronicle, broker, sabotage);
    services = List.of(orderService, inventoryService, paymentService, orchestratorService);
    orders = new OrdersModel(orderService.desk);
    parcels = new ParcelsModel(orderService.desk);
    stock = new StockModel(inventoryService.desk, sabotage);
    payments = new PaymentsModel(paymentService.desk, gateway, sabotage);
    orchestrator = new OrchestratorModel(orchestratorService.desk);
    groups.add(orderService.takes(Topics.ORDER_COMMANDS, orders));
    groups.add(orderService.takes(Topics.SHIPPING_COMMANDS, parcels));
    groups.add(inventoryService.takes(Topics.INVENTORY_COMMANDS, stock));
    groups.add(paymentService.takes(Topics.PAYMENT_COMMANDS, payments));
    orchestratorReads();
  }

  private void orchestratorReads() {
    groups.add(
        orchestratorService.reads(
            Topics.CHECKOUT_REQUESTS,
            letter -> orchestrator.start((CheckoutRequested) letter.body())));
    groups.add(
        orchestratorService.reads(
            Topics.SAGA_REPLIES,
            letter -> orchestrator.replied(letter, (ReplyMessage) letter.body())));
    for (var topic : Spoiling.SPOILT) {
      groups.add(
          orchestratorService.reads(Topics.deadLettersOf(topic), orchestrator::deadLettered));
    }
  }

  List<Service> services() {
    return services;
  }

  List<Group> groups() {
    return groups;
  }

  List<Service.Instance> instances() {
    return services.stream().flatMap(service -> service.instances().stream()).toList();
  }

  /** Removes what the relay of that process has published. */
  void remove(Service.Instance instance) {
    var removed = instance.relay.remove();
    if (instance.service == orchestratorService) {
      removed.forEach(orchestrator::published);
    }
  }

  static boolean canRead(Service.Instance instance) {
    return instance.relay.canRead() || instance.service.desk.hasMemory();
  }

  void read(Service.Instance instance) {
    instance.service.desk.flush();
    instance.relay.read();
  }

  void poll(ConsumerModel consumer, int partition, int atMost) {
    if (consumer.group().topic.equals(Topics.INVENTORY_COMMANDS)) {
      stock.look();
    }
    consumer.poll(partition, atMost);
  }
}
