import type { IncomingMessage } from 'node:http'
import { env } from '#lib/env'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may write: it must say that it comes from this very site. A missing, `null` or foreign Origin is refused,
 * for every browser sends a true one with each write.
 */
export function mayWriteFrom({ method = 'GET', headers }: IncomingMessage): boolean {
  if (reading.has(method)) return true
  const { origin } = headers
  if (!origin || !URL.canParse(origin)) return false
  const { PUBLIC_URL } = env()
  return PUBLIC_URL ? origin === new URL(PUBLIC_URL).origin : new URL(origin).host === headers.host
}
