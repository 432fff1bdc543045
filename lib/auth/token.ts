import { createHash, randomBytes } from 'node:crypto'

/** 128 bits of chance for a link, and the only form in which they are stored. */
export function newToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(16).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
