# One image for web, worker and commands. Debian slim, not Alpine: Temporal's native part needs glibc.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
# Every address of the container: what may reach it is for its network to say.
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
COPY --from=build --chown=root:root /app/prisma ./prisma
COPY --from=build --chown=root:root /app/program ./program
# Page templates are read from the sources.
COPY --from=build --chown=root:root /app/src ./src
# Documents, where no bucket is set up for them: a volume takes over whose it is.
RUN mkdir -m 700 /files && chown node:node /files
ENV FILES_DIR=/files
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
