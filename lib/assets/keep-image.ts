import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '#lib/env'
import { Refusal } from '#lib/refusal'
import { pixelsOf } from './pixels-of.ts'

export const maxImageBytes = 10 * 1024 * 1024
/** A browser takes four bytes for each, however few there are in the file. */
const mostPixels = 50_000_000

export type KeptImage = { sha256: string; mediaType: string; size: number; url: string }

const formats: { mediaType: string; extension: string; matches: (bytes: Buffer) => boolean }[] = [
  {
    mediaType: 'image/png',
    extension: 'png',
    matches: (bytes) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n',
  },
  {
    mediaType: 'image/jpeg',
    extension: 'jpg',
    matches: (bytes) => bytes.toString('latin1', 0, 3) === '\xff\xd8\xff',
  },
  {
    mediaType: 'image/gif',
    extension: 'gif',
    matches: (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)),
  },
  {
    mediaType: 'image/webp',
    extension: 'webp',
    matches: (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
]

/**
 * Keeps a picture by its content: PNG, JPEG, GIF or WebP, told by its first bytes, at most 10 MB and 50 megapixels, whole or not at all.
 * Throws Refusal: too-large, invalid.
 */
export async function keepImage(bytes: Buffer): Promise<KeptImage> {
  if (bytes.length > maxImageBytes) throw new Refusal('too-large', 'The picture is larger than 10 MB.')
  const format = formats.find(({ matches }) => matches(bytes))
  if (!format) throw new Refusal('invalid', 'The picture is no PNG, JPEG, GIF or WebP.')
  if ((pixelsOf(bytes) ?? 0) > mostPixels)
    throw new Refusal('too-large', 'The picture has more than 50 megapixels.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = `${sha256}.${format.extension}`
  await writeOnce(join(env().DATA_DIR, 'uploads', sha256.slice(0, 2), name), bytes)
  return { sha256, mediaType: format.mediaType, size: bytes.length, url: `/assets/${name}` }
}

/** Where a kept picture is served. */
export function imageUrl(sha256: string, mediaType: string): string {
  return `/assets/${sha256}.${formats.find((format) => format.mediaType === mediaType)?.extension ?? 'bin'}`
}

async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  if (await hasSize(path, bytes.length)) return
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function hasSize(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
