package dev.backstep.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTParser;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokensAreRememberedTest {
  @Inject JWTParser parser;

  @Test
  void whatJudgesRequestsRemembers() throws Exception {
    var token = TestStack.current().token(Role.CUSTOMER, "anna");
    assertThat(parser.parse(token)).isSameAs(parser.parse(token));
  }
}
