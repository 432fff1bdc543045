import { open, realpath } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { maxImageBytes } from './keep-image.ts'

/**
 * The bytes of a picture that a note names, looked up in the note's own folder: by its relative path, else by its name alone,
 * which is what remains of `C:\…` and other people's paths. Undefined where it is absent, remote, or outside the folder.
 */
export async function readImageBeside(notePath: string, target: string): Promise<Buffer | undefined> {
  if (/^(https?|data|ftp):|^\/\//i.test(target)) return undefined
  const folder = await realpath(dirname(notePath))
  for (const name of candidates(target)) {
    const bytes = await readInside(folder, name)
    if (bytes) return bytes
  }
  return undefined
}

function candidates(target: string): string[] {
  const forms = [target, decoded(target)].map((form) =>
    form.replace(/^file:\/+/i, '/').replace(/[?#].*$/, ''),
  )
  const slashed = forms.map((form) => form.replaceAll('\\', '/'))
  const relative = slashed.filter((form) => !/^([A-Za-z]:)?\//.test(form))
  return [...new Set([...relative, ...slashed.map((form) => basename(form))])].filter(
    (form) => form !== '' && !form.includes('\0'),
  )
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch (error) {
    if (error instanceof URIError) return target
    throw error
  }
}

/** A regular file below the folder, symbolic links followed before that is judged. */
async function readInside(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    const path = await realpath(join(folder, name))
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat().then((stats) => (stats.isFile() ? stats : { size: Infinity }))
      return size <= maxImageBytes ? await file.readFile() : undefined
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG', 'EISDIR'].includes(String(error.code))
