import { createServer, type Server } from 'node:http'
import next from 'next'
import { closeDatabase } from '#db/client'
import { hub } from '#lib/live/hub'
import type { DirectAnswers } from './answer-directly.ts'
import { listenForDrops } from './drop-listener.ts'
import { frontHandler } from './front.ts'
import { PageCache } from './page-cache.ts'
import type { RequestHandler } from './render-page.ts'

const cacheBytes = 128 * 1024 * 1024

/** Serves the wiki on one port until closed. Throws what `listen` throws (EADDRINUSE among others) before anything is served. */
export async function serve(options: { port: number; host: string; dev?: boolean; direct: DirectAnswers }) {
  const { port, host, dev = false, direct } = options
  const app = next({ dev, dir: process.cwd(), hostname: host, port, quiet: false })
  const cache = new PageCache(cacheBytes)
  const ready = (async (): Promise<RequestHandler> => {
    await app.prepare()
    return dev ? app.getRequestHandler() : frontHandler(app.getRequestHandler(), cache, direct)
  })()
  const server = createServer((request, response) => {
    ready
      .then((handler) => handler(request, response))
      .catch((error: unknown) => {
        console.error(error)
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
        response.end('Something went wrong on the server. The log says more.\n')
      })
  })
  // The port is taken first, so that a taken one is told at once; early requests wait for `ready`.
  await listen(server, port, host)
  await ready
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  const stopListening = await listenForDrops(cache, hub())
  return {
    url: `http://${host}:${portOf(server) ?? port}`,
    async close() {
      hub().close()
      await closeServer(server)
      await stopListening()
      await app.close()
      await closeDatabase()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number | undefined {
  const address = server.address()
  return typeof address === 'object' ? address?.port : undefined
}

/** Lets answers under way finish, for at most ten seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
  })
}
