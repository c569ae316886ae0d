package dev.backstep.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "dev.backstep.payment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theAggregateIsPure =
      classes()
          .that()
          .resideInAPackage("dev.backstep.payment")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.payment",
              "dev.backstep.contracts..",
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("dev.backstep.payment.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule commandsNeverAskTheGateway =
      noClasses()
          .that()
          .resideInAPackage("..participant..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.payment.gateway..",
              "dev.backstep.payment.query..",
              "dev.backstep.rest..");

  @ArchTest
  static final ArchRule theGatewayKnowsNoDatabaseAndNoMessages =
      noClasses()
          .that()
          .resideInAPackage("..gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.messaging..", "dev.backstep.payment.work..", "java.sql..");

  @ArchTest
  static final ArchRule onlyTheGatewayPackageSpeaksHttpOutwards =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule readsChangeNothing =
      noClasses()
          .that()
          .resideInAPackage("..query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.messaging..",
              "dev.backstep.payment.work..",
              "dev.backstep.payment.participant..",
              "java.sql..");

  @ArchTest
  static final ArchRule onlyMessagingTouchesKafka =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule endpointsAreNoApi =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

  @ArchTest static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
