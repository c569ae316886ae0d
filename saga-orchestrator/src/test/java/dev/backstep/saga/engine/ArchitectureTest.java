package dev.backstep.saga.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.backstep.saga", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_engine_is_pure_java =
      classes()
          .that()
          .resideInAPackage("dev.backstep.saga.engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.saga.engine..",
              "dev.backstep.contracts..",
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule the_definition_knows_the_engine_alone =
      classes()
          .that()
          .resideInAPackage("dev.backstep.saga.checkout..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.saga.checkout..",
              "dev.backstep.saga.engine..",
              "dev.backstep.contracts..",
              "java.lang..",
              "java.util..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching("dev.backstep.saga.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_log_is_written_by_the_runner_and_the_timer_alone =
      classes()
          .that()
          .haveSimpleName("SagaLog")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage(
              "dev.backstep.saga.log..",
              "dev.backstep.saga.runner..",
              "dev.backstep.saga.timer..",
              "dev.backstep.saga.query..");

  @ArchTest
  static final ArchRule the_runner_knows_nobody_who_calls_it =
      noClasses()
          .that()
          .resideInAnyPackage("dev.backstep.saga.log..", "dev.backstep.saga.runner..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.saga.timer..",
              "dev.backstep.saga.deadletter..",
              "dev.backstep.saga.query..",
              "dev.backstep.saga.operations..",
              "dev.backstep.rest..");

  @ArchTest
  static final ArchRule only_messaging_touches_kafka =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule no_service_depends_on_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.order..",
              "dev.backstep.shipping..",
              "dev.backstep.inventory..",
              "dev.backstep.payment..");
}
