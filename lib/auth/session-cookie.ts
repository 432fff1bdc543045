import { env } from '#lib/env'

/** Whether readers reach this wiki over https: cookies are bound to that. */
export function isSecure(): boolean {
  return env().PUBLIC_URL?.startsWith('https:') ?? false
}

/** `__Host-` pins a cookie to this very host over https; browsers accept it only there. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-errata-session' : 'errata-session'
}

/** Tells scripts that somebody is signed in, and nothing else; no secret. */
export const presenceCookie = 'signed-in'
export const knownDeviceCookie = 'known-device'

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}
