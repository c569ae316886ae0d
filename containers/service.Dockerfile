# One of the four services. The build context is its target/quarkus-app: ./backstep compose build, or
#   docker build -f containers/service.Dockerfile --build-arg SERVICE=order-service order-service/target/quarkus-app
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=8080 \
    # The name of the container or pod: the same after a restart, of no other instance.
    BACKSTEP_INSTANCE=\${HOSTNAME}

# What changes rarely comes first: a change of code ships the last two layers.
COPY sbom /app/sbom
COPY lib /app/lib
COPY quarkus-run.jar /app/
COPY quarkus /app/quarkus
COPY app /app/app

# The classes of a start, read, checked and linked once and for all: by the very JVM and from the very jars that will use them, with the
# flags that decide how objects lie. This start ends where it asks for its database, which is as far as it gets without anybody else.
# The archive belongs to these jars, so a change of code makes it anew: --build-arg CLASS_ARCHIVE=no leaves it out.
ARG CLASS_ARCHIVE=yes
RUN [ "$CLASS_ARCHIVE" = no ] || { cd /app; \
    QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:1/none QUARKUS_DATASOURCE_USERNAME=nobody \
    KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1 MP_JWT_VERIFY_ISSUER=nobody MP_JWT_VERIFY_PUBLICKEY_LOCATION=none \
    BACKSTEP_GATEWAY_URL=http://127.0.0.1:1 BACKSTEP_LRA_URL=http://127.0.0.1:1 BACKSTEP_LRA_CALLBACKS=http://127.0.0.1:1/ \
    timeout 300 java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=classes.aot -jar quarkus-run.jar >/tmp/start 2>&1; \
    test -s classes.aot || { cat /tmp/start; exit 1; }; \
    rm -rf /tmp/*; }

ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="backstep/${SERVICE}" \
      org.opencontainers.image.description="Every step knows its way back: a checkout saga suite" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

# A number, so that an orchestrator can see that it is not root.
USER 10001:10001
WORKDIR /app
EXPOSE 8080
# It is healthy as soon as it answers; the long start is for eight of them at once on a machine of two cores that has other work.
HEALTHCHECK --interval=5s --timeout=4s --start-period=300s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
# The JVM is process 1: it gets SIGTERM, and finishes what it has begun. The heap is a share of the memory limit; the rest is for
# threads, buffers and code. JAVA_TOOL_OPTIONS is left for whoever runs it. An archive that does not fit is not used: one line says so.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:AOTCache=/app/classes.aot", "-Xss512k", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/quarkus-run.jar"]
