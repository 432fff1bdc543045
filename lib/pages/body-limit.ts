import type { IncomingMessage } from 'node:http'

/** Bytes that one form action or API call may carry, and one that brings a picture. */
const bodyLimit = 1024 * 1024
const pictureLimit = 10 * 1024 * 1024

/** The status with which a body is refused before a byte of it is read, or undefined where it may come in. */
export function refusedBody({ headers, method, url = '' }: IncomingMessage): 411 | 413 | undefined {
  // Browsers announce the length of everything they send; a body of unknown length could be of any.
  if (headers['transfer-encoding']) return 411
  const limit = method === 'POST' && /^\/api\/pictures(?:\?|$)/.test(url) ? pictureLimit : bodyLimit
  return Number(headers['content-length'] ?? 0) > limit ? 413 : undefined
}
