package dev.backstep.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.backstep.rest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theEdgeKnowsNothingBehindIt =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.contracts..",
              "dev.backstep.messaging..",
              "dev.backstep.order..",
              "dev.backstep.shipping..",
              "dev.backstep.inventory..",
              "dev.backstep.payment..",
              "dev.backstep.saga..",
              "jakarta.persistence..",
              "org.hibernate..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule partsHaveNoCycles =
      slices().matching("dev.backstep.rest.(*)..").should().beFreeOfCycles();
}
