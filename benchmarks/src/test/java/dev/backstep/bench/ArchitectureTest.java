package dev.backstep.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders inside this module. */
@AnalyzeClasses(
    packages = "dev.backstep.bench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theSearchIsPure =
      classes()
          .that()
          .resideInAPackage("..search..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..search..", "java.lang..", "java.util..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyMicroBenchmarksKnowTheServicesCode =
      noClasses()
          .that()
          .resideOutsideOfPackage("..micro..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.messaging..",
              "dev.backstep.order..",
              "dev.backstep.inventory..",
              "dev.backstep.payment..",
              "dev.backstep.saga..");

  @ArchTest
  static final ArchRule partsDoNotKnowEachOtherInCircles =
      slices().matching("dev.backstep.bench.(*)..").should().beFreeOfCycles();
}
