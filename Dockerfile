# The pipeline as an image, for CI systems other than GitHub Actions and for machines without Node:
#
#   docker build -t dagger-go-pipeline .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/src" dagger-go-pipeline --engine host
#
# The image's own Go runs the stages. There is no docker client in it, so the image stages are skipped on the host engine.
ARG NODE_IMAGE=node:20-bookworm-slim
ARG GO_IMAGE=golang:1.26-bookworm

FROM ${NODE_IMAGE} AS node

FROM ${GO_IMAGE}
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY dist /action/dist
# Any user id may run it, and has a home for Go's caches.
RUN mkdir -m 1777 /home/pipeline
ENV HOME=/home/pipeline
WORKDIR /src
ENTRYPOINT ["node", "/action/dist/index.js"]
