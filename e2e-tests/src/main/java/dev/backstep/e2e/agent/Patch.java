package dev.backstep.e2e.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A change to the methods of one name in one class. A class without such a method is refused
 * loudly, so that a patch cannot outlive what it patches.
 *
 * @param type the class's name
 */
record Patch(String type, String method, CodeTransform change) {
  private static final ClassDesc SABOTEUR = ClassDesc.of(Saboteur.class.getName());
  private static final ClassDesc TRAPS = ClassDesc.of(Traps.class.getName());
  private static final MethodTypeDesc OBJECT_TO_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  String internalName() {
    return type.replace('.', '/');
  }

  /** The process may end when the method begins. */
  static Patch trapAtStart(String type, String method, TrapPoint point) {
    return new Patch(
        type,
        method,
        new CodeTransform() {
          @Override
          public void atStart(CodeBuilder code) {
            trap(code, point);
          }

          @Override
          public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
          }
        });
  }

  /** The process may end when the method has done its work. */
  static Patch trapAtEnd(String type, String method, TrapPoint point) {
    return new Patch(type, method, beforeReturn(code -> trap(code, point)));
  }

  private static void trap(CodeBuilder code, TrapPoint point) {
    code.loadConstant(point.name())
        .invokestatic(
            TRAPS, "spring", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
  }

  /** What the method returns goes through a method of the saboteur. */
  static Patch result(String type, String method, String resultType, String saboteur) {
    return new Patch(
        type, method, beforeReturn(code -> detour(code, ClassDesc.of(resultType), saboteur)));
  }

  private static CodeTransform beforeReturn(Consumer<CodeBuilder> insert) {
    return (code, element) -> {
      if (element instanceof ReturnInstruction) {
        insert.accept(code);
      }
      code.with(element);
    };
  }

  /** What a call inside the method returns goes through a method of the saboteur. */
  static Patch call(String type, String method, String called, String resultType, String saboteur) {
    return new Patch(
        type,
        method,
        (code, element) -> {
          code.with(element);
          if (element instanceof InvokeInstruction call && call.name().equalsString(called)) {
            detour(code, ClassDesc.of(resultType), saboteur);
          }
        });
  }

  private static void detour(CodeBuilder code, ClassDesc type, String saboteur) {
    code.invokestatic(SABOTEUR, saboteur, OBJECT_TO_OBJECT).checkcast(type);
  }

  /** An interface call with one argument and a boolean answer does not happen. */
  static Patch without(String type, String method, String called) {
    return new Patch(
        type,
        method,
        (code, element) -> {
          if (element instanceof InvokeInstruction call
              && call.opcode() == Opcode.INVOKEINTERFACE
              && call.name().equalsString(called)) {
            code.pop2().iconst_1();
          } else {
            code.with(element);
          }
        });
  }

  /** The texts in the method are other ones. */
  static Patch texts(String type, String method, UnaryOperator<String> change) {
    return new Patch(
        type,
        method,
        (code, element) -> {
          if (element instanceof ConstantInstruction constant
              && constant.constantValue() instanceof String text) {
            code.loadConstant(change.apply(text));
          } else {
            code.with(element);
          }
        });
  }

  /** The first argument of an instance method goes through a method of the saboteur. */
  static Patch argument(String type, String method, String argumentType, String saboteur) {
    return new Patch(
        type,
        method,
        new CodeTransform() {
          @Override
          public void atStart(CodeBuilder code) {
            code.aload(1);
            detour(code, ClassDesc.of(argumentType), saboteur);
            code.astore(1);
          }

          @Override
          public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
          }
        });
  }
}
