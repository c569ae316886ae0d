package dev.backstep.stack.testing.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.ProjectRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class NeededImagesTest {
  @Test
  void areThoseOfTheComposeFile() throws IOException {
    var compose = Files.readString(ProjectRoot.find().path().resolve("docker-compose.yml"));
    assertThat(NeededImages.of("true"))
        .hasSize(3)
        .allSatisfy(image -> assertThat(compose).contains("image: %s\n".formatted(image)));
  }

  @Test
  void oneMoreClearsUpUnlessTheEnvironmentForbidsIt() throws IOException {
    assertThat(NeededImages.of(null)).contains(NeededImages.RYUK);
    assertThat(NeededImages.of("false")).contains(NeededImages.RYUK);
    try (var code =
        getClass().getResourceAsStream("/org/testcontainers/utility/RyukContainer.class")) {
      assertThat(new String(code.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains(NeededImages.RYUK);
    }
  }
}
