package dev.backstep.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Lets the document say where an answer may hold null: where its record says {@code @Nullable}.
 * Schemas are matched to records by their simple names and the names of their fields.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class NullsInAnswers implements OASFilter {
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

  private static final DotName UNWRAPPED =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

  private final IndexView index;
  private final Map<String, List<ClassInfo>> records;

  /** For the records in that index; called at build time. */
  public NullsInAnswers(IndexView index) {
    this.index = index;
    this.records =
        index.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            .collect(
                Collectors.groupingBy(
                    each -> each.name().withoutPackagePrefix().replaceFirst(".*\\$", "")));
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().forEach(this::filter);
    }
  }

  private void filter(String name, Schema schema) {
    if (schema.getProperties() != null) {
      recordOf(name, schema).ifPresent(record -> filter(record, schema));
    }
  }

  /** A second record of one simple name has a schema with a number behind it. */
  private Optional<ClassInfo> recordOf(String name, Schema schema) {
    return records.getOrDefault(name.replaceFirst("[0-9]+$", ""), List.of()).stream()
        .filter(record ->
            components(record)
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet())
                .containsAll(schema.getProperties().keySet()))
        .findFirst();
  }

  /** Those of a component that is written without its own braces stand beside the others. */
  private Stream<RecordComponentInfo> components(ClassInfo record) {
    return record.recordComponents().stream()
        .flatMap(component -> {
          var inner = index.getClassByName(component.type().name());
          return isUnwrapped(record, component) && inner != null
              ? components(inner)
              : Stream.of(component);
        });
  }

  private static boolean isUnwrapped(ClassInfo record, RecordComponentInfo component) {
    var field = record.field(component.name());
    return field != null && field.hasAnnotation(UNWRAPPED);
  }

  private void filter(ClassInfo record, Schema schema) {
    components(record)
        .filter(component -> component.type().hasAnnotation(NULLABLE))
        .forEach(component -> orNull(component.name(), schema));
  }

  private static void orNull(String name, Schema schema) {
    var property = schema.getProperties().get(name);
    if (property != null) {
      schema.addProperty(name, orNull(property));
    }
  }

  private static Schema orNull(Schema property) {
    if (property.getRef() == null
        && property.getType() != null
        && property.getEnumeration() == null) {
      var types = new ArrayList<>(property.getType());
      types.add(SchemaType.NULL);
      return property.type(types);
    }
    var nothing = OASFactory.createSchema().addType(SchemaType.NULL);
    return OASFactory.createSchema().addAnyOf(property).addAnyOf(nothing);
  }
}
