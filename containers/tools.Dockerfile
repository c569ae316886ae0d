# The gateway simulator, the jobs that make databases and topics, the shoppers and the auditor: the main class is the command.
# The build context is e2e-tests: ./backstep compose build, or docker build -f containers/tools.Dockerfile e2e-tests
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

# A checkout without sources, as far as the tools look; /stack is where secrets are mounted, and the ledger.
RUN mkdir -p /app/local-stack /stack/run /stack/logs /stack/gateway && touch /app/backstep && chown -R 10001:10001 /stack
COPY target/lib /app/lib
COPY target/e2e-tests-*.jar /app/

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="backstep/tools" \
      org.opencontainers.image.description="Gateway simulator, setup, shoppers and auditor of Backstep" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

USER 10001:10001
WORKDIR /app
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dbackstep.home=/app", "-cp", "/app/*:/app/lib/*"]
