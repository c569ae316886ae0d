package dev.backstep.e2e.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies patches to classes as they are loaded, and notes each that it applied. */
final class Patching implements ClassFileTransformer {
  private final List<Patch> patches;
  private final Path notes;

  Patching(List<Patch> patches, Path home) {
    this.patches = patches;
    this.notes = home.resolve(AgentHome.NOTES);
  }

  /** The JVM swallows what is thrown here, so a patch that fails ends the process. */
  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    var mine = patches.stream().filter(each -> each.internalName().equals(name)).toList();
    if (mine.isEmpty() || loader == null) {
      return null;
    }
    try {
      return patched(bytes, loader, mine);
    } catch (RuntimeException e) {
      System.err.println("The agent cannot patch " + name + ": " + e);
      Runtime.getRuntime().halt(1);
      return null;
    }
  }

  private byte[] patched(byte[] bytes, ClassLoader loader, List<Patch> mine) {
    var hierarchy =
        ClassHierarchyResolver.ofResourceParsing(loader)
            .orElse(ClassHierarchyResolver.defaultResolver());
    var files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    var result = bytes;
    for (var patch : mine) {
      result = patched(files, result, patch);
    }
    return result;
  }

  private byte[] patched(ClassFile files, byte[] bytes, Patch patch) {
    var model = files.parse(bytes);
    if (model.methods().stream().noneMatch(method -> isMeant(method, patch))) {
      throw new IllegalStateException("no method " + patch.method() + " in " + methods(model));
    }
    note(patch);
    return files.transformClass(
        model,
        ClassTransform.transformingMethodBodies(method -> isMeant(method, patch), patch.change()));
  }

  private static boolean isMeant(MethodModel method, Patch patch) {
    return method.methodName().equalsString(patch.method()) && method.code().isPresent();
  }

  private static String methods(ClassModel model) {
    return model.methods().stream()
        .map(method -> method.methodName().stringValue())
        .collect(Collectors.joining(" "));
  }

  private void note(Patch patch) {
    try {
      Files.writeString(notes.resolve(patch.type() + "." + patch.method()), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
