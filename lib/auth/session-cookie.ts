import { env } from '#lib/env'

/** Whether readers reach this wiki over https: cookies are bound to that. */
export function isSecure(): boolean {
  return env().PUBLIC_URL?.startsWith('https:') ?? false
}

/** `__Host-` pins a cookie to this very host over https; browsers accept it only there. */
const onThisHost = (name: string): string => (isSecure() ? `__Host-${name}` : name)

export const sessionCookieName = (): string => onThisHost('errata-session')
/** Tells scripts that somebody is signed in, and nothing else; no secret. */
export const presenceCookieName = (): string => onThisHost('signed-in')
export const knownDeviceCookieName = (): string => onThisHost('known-device')
export const linkCookieName = (): string => onThisHost('link-identity')

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}
