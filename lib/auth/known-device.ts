import { createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from './secret.ts'

/** What a browser keeps after a sign-in, so that it is recognised when the same person signs in there again. */
export function knownDeviceMark(personId: string): string {
  return createHmac('sha256', authSecret()).update(`device:${personId}`).digest('base64url')
}

export function isKnownDevice(mark: string | undefined, personId: string): boolean {
  if (!mark) return false
  const given = Buffer.from(mark)
  const right = Buffer.from(knownDeviceMark(personId))
  return given.length === right.length && timingSafeEqual(given, right)
}
