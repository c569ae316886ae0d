package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import java.util.ArrayList;
import java.util.List;

/** One service: its database and two processes that share the work. */
final class Service {
  static final int INSTANCES = 2;

  final Desk desk;
  private final Sabotage sabotage;
  private final Broker broker;
  private final List<Instance> instances = new ArrayList<>();

  /** What is lost when a process dies. */
  static final class Instance {
    final Service service;
    final RelayModel relay;
    final List<ConsumerModel> consumers = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();

    Instance(Service service, RelayModel relay) {
      this.service = service;
      this.relay = relay;
    }

    void crash() {
      relay.crash();
      consumers.forEach(ConsumerModel::crash);
      questions.clear();
      service.desk.crash();
    }
  }

  Service(Chronicle chronicle, Broker broker, Sabotage sabotage) {
    this.desk = new Desk(chronicle, sabotage);
    this.broker = broker;
    this.sabotage = sabotage;
    for (int each = 0; each < INSTANCES; each++) {
      instances.add(new Instance(this, new RelayModel(desk.outbox, broker)));
    }
    instances.getFirst().relay.takeOver();
  }

  List<Instance> instances() {
    return instances;
  }

  /** Both processes read that topic; letters that cannot be read become dead ones. */
  Group reads(String topic, Reader reader) {
    var group = new Group(broker, topic);
    for (int member = 0; member < INSTANCES; member++) {
      instances
          .get(member)
          .consumers
          .add(new ConsumerModel(group, member, sabotage, entry -> read(entry, reader)));
    }
    return group;
  }

  /** Both processes read the commands of that topic, through the barrier. */
  Group takes(String topic, Participant participant) {
    return reads(
        topic,
        letter ->
            desk.take(letter, CommandId.parse(letter.id()), (Command) letter.body(), participant));
  }

  private void read(Broker.Entry entry, Reader reader) {
    if (entry.lost) {
      return;
    }
    if (entry.garbled) {
      desk.tell(entry.letter.dead());
    } else {
      reader.read(entry.letter);
    }
  }

  /** Applies what can be read, in one transaction. */
  @FunctionalInterface
  interface Reader {
    void read(Letter letter);
  }
}
