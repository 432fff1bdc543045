import { knownDeviceMark } from './known-device.ts'
import type { SignInRequest } from './next-auth-options.ts'
import { findPreferences, preferenceCookies } from './preferences.ts'
import {
  cookieOptions,
  isSecure,
  knownDeviceCookieName,
  linkCookieName,
  presenceCookieName,
} from './session-cookie.ts'
import type { Viewer } from './viewer.ts'

type Cookies = { get(name: string): { value: string } | undefined }

/** What the sign-in verbs need to know of a request. */
export function signInRequest(
  headers: Headers,
  cookies: Cookies,
  viewer: Viewer,
): SignInRequest & { signedIn?: string } {
  const request: SignInRequest & { signedIn?: string } = {
    origin: originOf(headers),
    knownDevice: cookies.get(knownDeviceCookieName())?.value,
    linkToken: cookies.get(linkCookieName())?.value,
    viewer,
    onSignedIn(personId) {
      request.signedIn = personId
    },
  }
  return request
}

/** Browser and address of a request; the server in front sets the address header itself. */
export function originOf(headers: Headers) {
  return { device: headers.get('user-agent') ?? '', address: headers.get('x-client-address') ?? '' }
}

/** The cookies that go with a sign-in beside the session's: that somebody is signed in, who was here before, what they prefer. */
export async function signInCookies({ signedIn }: { signedIn?: string }): Promise<string[]> {
  if (!signedIn) return []
  const { path } = cookieOptions()
  const common = `Path=${path}; SameSite=Lax${isSecure() ? '; Secure' : ''}`
  const preferences = preferenceCookies(await findPreferences(signedIn)).filter(({ value }) => value)
  return [
    `${presenceCookieName()}=1; Max-Age=2592000; ${common}`,
    `${knownDeviceCookieName()}=${knownDeviceMark(signedIn)}; Max-Age=31536000; HttpOnly; ${common}`,
    ...preferences.map(({ name, value }) => `${name}=${value}; Max-Age=31536000; ${common}`),
  ]
}
