package dev.backstep.saga.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
}
