package dev.backstep.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.backstep.inventory",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.backstep.inventory";

  @ArchTest
  static final ArchRule theStockIsDecidedWithoutAnyTechnology =
      classes()
          .that()
          .resideInAPackage(ROOT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT, "java.lang..", "java.util..", "dev.backstep.contracts..", "org.jspecify..");

  @ArchTest
  static final ArchRule featuresFormNoCycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule commandsComeInWithoutHttpAndWithoutTheOtherFeatures =
      noClasses()
          .that()
          .resideInAPackage("..participant..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..catalogue..",
              "..query..",
              "..problem..",
              "dev.backstep.rest..",
              "jakarta.ws.rs..",
              "org.hibernate..");

  @ArchTest
  static final ArchRule readsChangeNothing =
      noClasses()
          .that()
          .resideInAPackage("..query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..catalogue..", "..participant..", "dev.backstep.messaging..", "java.sql..");

  @ArchTest
  static final ArchRule operatorsDoNotReachIntoTheParticipant =
      noClasses()
          .that()
          .resideInAPackage("..catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..participant..", "..query..");

  @ArchTest
  static final ArchRule nothingThatDecidesLooksAtWhatMayBeOld =
      noClasses()
          .that()
          .resideOutsideOfPackages("..query..", "..view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..view..", "dev.backstep.reads..");

  @ArchTest
  static final ArchRule onlyTheMessagingTouchesKafka =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "io.smallrye.reactive.messaging.kafka..", "io.lettuce..");

  @ArchTest
  static final ArchRule noServiceKnowsAnother =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.order..",
              "dev.backstep.shipping..",
              "dev.backstep.payment..",
              "dev.backstep.orchestrator..",
              "dev.backstep.stack..",
              "dev.backstep.gateway..");
}
