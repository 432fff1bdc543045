import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { authSecret } from './secret.ts'

// AES-256-GCM under a key of its own, derived from the secret (RFC 5869): 12 bytes nonce, 16 bytes tag, then the text.
const key = () => Buffer.from(hkdfSync('sha256', authSecret(), '', 'errata sealed column', 32))

/** Encrypts what must be readable again but not by whoever sees the database alone. */
export function seal(text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws where the bytes were not sealed with this secret. */
export function unseal(sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12)).setAuthTag(
    sealed.subarray(12, 28),
  )
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}
