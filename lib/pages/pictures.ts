import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { env } from '#lib/env'

/** Files named by their content: they never change. */
export const forever = { immutable: true, maxAge: 31_536_000 }

const name = /^\/assets\/(([0-9a-f]{2})[0-9a-f]{62}\.(?:png|jpg|gif|webp))$/

/** Serves kept pictures from DATA_DIR; nothing else in that folder has a name that it would take. */
export function servePictures() {
  // `dev` reads the disk each time: pictures come in while the server runs.
  const files = sirv(join(env().DATA_DIR, 'uploads'), { ...forever, dev: true })
  return (request: IncomingMessage, response: ServerResponse, missing: () => void): void => {
    const [, file, folder] = name.exec(request.url ?? '') ?? []
    if (!file) {
      missing()
      return
    }
    request.url = `/${folder}/${file}`
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    files(request, response, missing)
  }
}
