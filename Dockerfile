# Packs the output of ./build/publish.sh; see docs/how-to/package.md.
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates libicu72 libssl3 tzdata curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home-dir /data --create-home relocation
COPY artifacts/publish/ /opt/relocation/
WORKDIR /opt/relocation
USER relocation
VOLUME /data
EXPOSE 5080
ENV Relocation__DataDirectory=/data \
    Relocation__Urls=http://0.0.0.0:5080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s CMD curl -fsS http://127.0.0.1:5080/health || exit 1
ENTRYPOINT ["./Relocation.Web"]
