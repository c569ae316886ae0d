package dev.backstep.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(
    packages = {"dev.backstep.order", "dev.backstep.shipping"},
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule shippingKnowsNoOrders =
      noClasses()
          .that()
          .resideInAPackage("dev.backstep.shipping..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.backstep.order..");

  @ArchTest
  static final ArchRule ordersKnowNoShipping =
      noClasses()
          .that()
          .resideInAPackage("dev.backstep.order..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.backstep.shipping..");

  @ArchTest
  static final ArchRule theAggregateIsPure =
      classes()
          .that()
          .resideInAPackage("dev.backstep.order")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.order",
              "dev.backstep.contracts..",
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("dev.backstep.order.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule commandsDoNotSeeTheReads =
      noClasses()
          .that()
          .resideInAPackage("..participant..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.backstep.order.query..",
              "dev.backstep.order.intake..",
              "dev.backstep.order.catalogue..",
              "dev.backstep.rest..",
              "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule nothingThatDecidesReadsAReplica =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.backstep.order.query..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.backstep.reads.replica..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.backstep.reads.Reads");

  @ArchTest
  static final ArchRule theStreamOfAnOrderReadsNoReplica =
      noClasses()
          .that()
          .haveSimpleNameStartingWith("OrderEvents")
          .or()
          .haveSimpleName("OrderStream")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.backstep.reads..");

  @ArchTest
  static final ArchRule onlyMessagingTouchesKafka =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule endpointsAreNoApi =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

  @ArchTest static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
