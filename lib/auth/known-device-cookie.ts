import 'server-only'
import { cookies } from 'next/headers'
import { knownDeviceCookieName } from './session-cookie.ts'

/** The mark by which the browser in hand says who signed in there before. */
export async function knownDeviceOf(): Promise<string | undefined> {
  return (await cookies()).get(knownDeviceCookieName())?.value
}
