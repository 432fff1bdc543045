import { imageSize } from 'image-size'

/** How many pixels a picture says that it has, from its header alone: nothing is unpacked. Undefined where it does not say. */
export function pixelsOf(bytes: Buffer): number | undefined {
  try {
    const { width, height } = imageSize(bytes)
    return width * height
  } catch {
    return undefined
  }
}
