# docker build --tag safeharbor .
# docker run --rm --network none --volume "$PWD:/releases:ro" safeharbor check .
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/safeharbor && /opt/safeharbor/bin/pip install --no-cache-dir --disable-pip-version-check .

FROM python:3.12-slim
COPY --from=build /opt/safeharbor /opt/safeharbor
# A number, so that clusters which forbid root can see that this is not root.
USER 65532:65532
WORKDIR /releases
ENV PATH=/opt/safeharbor/bin:$PATH PYTHONDONTWRITEBYTECODE=1
ENTRYPOINT ["safeharbor"]
CMD ["--help"]
