package dev.backstep.e2e.agent;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What patched code calls. It knows the services' classes by name alone. */
public final class Saboteur {
  private static final String PAYMENT = "dev.backstep.payment.GatewayAnswer$";
  private static final AtomicLong ATTEMPTS = new AtomicLong();

  private Saboteur() {}

  /** A key that is another one on each attempt. */
  public static Object salted(Object key) {
    return key + "-" + ATTEMPTS.incrementAndGet();
  }

  /** A clock that is wrong. */
  public static Object clock(Object right) {
    return Clocks.of((InstantSource) right);
  }

  /** Silence, taken for a refusal. */
  public static Object declined(Object answer) throws ReflectiveOperationException {
    if (!answer.getClass().getName().equals(PAYMENT + "Silence")) {
      return answer;
    }
    var loader = answer.getClass().getClassLoader();
    var refusal = loader.loadClass("dev.backstep.contracts.value.Refusal");
    var code = loader.loadClass("dev.backstep.contracts.value.RefusalCode");
    var reason =
        refusal
            .getConstructor(code, String.class)
            .newInstance(
                code.getMethod("valueOf", String.class).invoke(null, "PAYMENT_DECLINED"), "");
    return loader.loadClass(PAYMENT + "Declined").getConstructor(refusal).newInstance(reason);
  }

  /** What a barrier that is switched off says: whatever it has seen before is let through again. */
  public static Object letThrough(Object admission) throws ReflectiveOperationException {
    return switch (admission.getClass().getSimpleName()) {
      case "Repeat" -> another(admission, isUndone(admission) ? "Next" : "First");
      case "Wait" -> another(admission, "First");
      default -> admission;
    };
  }

  private static boolean isUndone(Object repeat) throws ReflectiveOperationException {
    var reply = repeat.getClass().getDeclaredMethod("reply");
    reply.setAccessible(true);
    return reply.invoke(repeat).getClass().getSimpleName().equals("Undone");
  }

  private static Object another(Object admission, String name) throws ReflectiveOperationException {
    var type = admission.getClass();
    var sibling = type.getName().replace(type.getSimpleName(), name);
    var make = type.getClassLoader().loadClass(sibling).getDeclaredConstructor();
    make.setAccessible(true);
    return make.newInstance();
  }

  /** A transaction whose connection commits each statement by itself. */
  public static Object outside(Object transaction) {
    var type = transaction.getClass().getInterfaces()[0];
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new Outside(transaction));
  }

  private record Outside(Object transaction) implements InvocationHandler {
    private static final ThreadLocal<Connection> ANOTHER = new ThreadLocal<>();

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        method.setAccessible(true);
        return switch (method.getName()) {
          case "connection" -> another(transaction.getClass().getClassLoader());
          case "write" -> InvocationHandler.invokeDefault(proxy, method, arguments);
          default -> method.invoke(transaction, arguments);
        };
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private static Connection another(ClassLoader loader) throws Exception {
      if (ANOTHER.get() == null) {
        var driver =
            (Driver)
                loader.loadClass("org.postgresql.Driver").getDeclaredConstructor().newInstance();
        var credentials = new Properties();
        credentials.put("user", setting(loader, "username"));
        credentials.put("password", setting(loader, "password"));
        ANOTHER.set(driver.connect(setting(loader, "jdbc.url"), credentials));
      }
      return ANOTHER.get();
    }

    private static String setting(ClassLoader loader, String name)
        throws ReflectiveOperationException {
      var provider = loader.loadClass("org.eclipse.microprofile.config.ConfigProvider");
      var config = provider.getMethod("getConfig", ClassLoader.class).invoke(null, loader);
      return (String)
          loader
              .loadClass("org.eclipse.microprofile.config.Config")
              .getMethod("getValue", String.class, Class.class)
              .invoke(config, "quarkus.datasource." + name, String.class);
    }
  }
}
