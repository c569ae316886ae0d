package dev.backstep.e2e.secure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.backstep.stack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority that signed one certificate, of 127.0.0.1, with the JDK's own keytool; both as PEM.
 */
final class Authority {
  private static final String PASSWORD = "only-for-the-file";

  private final Path directory;

  private Authority(Path directory) {
    this.directory = directory;
  }

  /** Makes them in that directory, which is empty. */
  static Authority in(Path directory) throws IOException, GeneralSecurityException {
    Files.createDirectories(directory);
    var authority = new Authority(directory.toAbsolutePath());
    authority.make("ca", List.of("-ext", "bc:c"));
    authority.make("server", List.of("-signer", "ca", "-ext", "san=ip:127.0.0.1"));
    var store = KeyStore.getInstance(authority.store().toFile(), PASSWORD.toCharArray());
    var key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
    authority.write("ca.pem", pem("CERTIFICATE", store.getCertificate("ca").getEncoded()));
    authority.write("server.pem", pem("CERTIFICATE", store.getCertificate("server").getEncoded()));
    authority.write("server-key.pem", pem("PRIVATE KEY", key));
    authority.write("server-both.pem", authority.key() + authority.certificate());
    return authority;
  }

  private void make(String name, List<String> special) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "2"));
    command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
    command.addAll(special);
    Command.run(command).orFail("keytool");
  }

  private Path store() {
    return directory.resolve("store.p12");
  }

  private static String pem(String what, byte[] content) {
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, lines.encodeToString(content), what);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(directory.resolve(file), content);
  }

  /** What those trust who trust it. */
  Path caFile() {
    return directory.resolve("ca.pem");
  }

  Path certificateFile() {
    return directory.resolve("server.pem");
  }

  Path keyFile() {
    return directory.resolve("server-key.pem");
  }

  /** Key and certificate in one file, as Kafka wants them. */
  Path bothFile() {
    return directory.resolve("server-both.pem");
  }

  String certificate() throws IOException {
    return Files.readString(certificateFile());
  }

  String key() throws IOException {
    return Files.readString(keyFile());
  }
}
