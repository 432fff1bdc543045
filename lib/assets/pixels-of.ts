import { imageSize } from 'image-size'

/** How many pixels a picture says that it has, from its header alone: nothing is unpacked. Undefined where it does not say. */
export function pixelsOf(bytes: Buffer): number | undefined {
  try {
    // A copy, for what is read beyond the end of a short Buffer is some other one's bytes.
    const { width, height } = imageSize(new Uint8Array(bytes))
    return width * height
  } catch {
    return undefined
  }
}
