package dev.backstep.lra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.backstep.lra", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("dev.backstep.lra.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatNarayanaIsMadeOfStaysInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("..narayana..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.arjuna..");

  @ArchTest
  static final ArchRule narayanaKnowsNobodyWhoStandsInFrontOfIt =
      noClasses()
          .that()
          .resideInAPackage("..narayana..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.lra.guard..", "dev.backstep.lra.lease..", "dev.backstep.rest..");

  @ArchTest
  static final ArchRule nothingHereKnowsMessages =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.backstep.messaging..");

  @ArchTest static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
