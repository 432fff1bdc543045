import 'server-only'
import { toDataURL } from 'qrcode'

/** An otpauth URL as a picture to scan and as the key to type. */
export async function drawSecret(url: string): Promise<{ image: string; key: string }> {
  const image = await toDataURL(url, { width: 384, margin: 2 })
  return { image, key: new URL(url).searchParams.get('secret') ?? '' }
}
