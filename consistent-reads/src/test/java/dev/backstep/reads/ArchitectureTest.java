package dev.backstep.reads;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.backstep.reads", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theDecisionIsPure =
      classes()
          .that()
          .resideInAnyPackage("dev.backstep.reads.routing", "dev.backstep.reads.position")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.reads.routing",
              "dev.backstep.reads.position",
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule onlyTheMemoryTouchesRedis =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.backstep.reads.memory", "dev.backstep.reads.cache", "dev.backstep.reads.wiring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.quarkus.redis..");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsTheContainer =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.backstep.reads.wiring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye.config..");
}
