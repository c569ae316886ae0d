package dev.backstep.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.backstep.messaging", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_parts_know_nothing_of_the_container =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.backstep.messaging.wiring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..", "io.quarkus..", "io.smallrye..", "io.micrometer..", "org.eclipse..");

  @ArchTest
  static final ArchRule kafka_stays_in_publisher_consumers_and_wiring =
      classes()
          .that()
          .resideOutsideOfPackage("dev.backstep.messaging.wiring")
          .and()
          .haveNameNotMatching(".*KafkaPublisher.*")
          .and()
          .resideOutsideOfPackage("dev.backstep.messaging.consumer")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.backstep.messaging.(*)..").should().beFreeOfCycles();
}
