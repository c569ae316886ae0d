package dev.backstep.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents {@code ce_type} of a message. It ends in a version; a change that an old reader
 * could misread gets a new version and a new record, the old one stays readable.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireType {
  /** For example {@code backstep.inventory.reserve-stock.v1}. */
  String value();
}
