import type { IncomingMessage, ServerResponse } from 'node:http'

export const bodyLimit = 1024 * 1024

/** Refuses a body of more than `bodyLimit` bytes: by its announced length before a byte is read, else as soon as it grows over. */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) {
    refuse(request, response)
    return false
  }
  if (request.headers['transfer-encoding']) {
    let seen = 0
    request.on('data', (chunk: Buffer) => {
      seen += chunk.length
      if (seen > bodyLimit) refuse(request, response)
    })
    request.pause()
  }
  return true
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (!response.headersSent) {
    response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    response.end('This is more than the 1 MB that one request may carry.\n')
  }
  request.destroy()
}
