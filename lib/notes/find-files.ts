import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A file to import: where it lies, and the name its note is known by. */
export type FoundFile = { path: string; fileName: string }
export type Missing = { path: string; problem: string }

const noteFile = /\.(md|markdown|mdown|txt)$/i

/** The files that paths on a command line mean: a file itself, or the notes in a folder and below, in the order of their names. */
export async function findFiles(paths: string[]): Promise<(FoundFile | Missing)[]> {
  const found: (FoundFile | Missing)[] = []
  for (const path of paths) {
    try {
      const about = await stat(path)
      if (about.isDirectory()) found.push(...(await notesIn(path, '')))
      else if (about.isFile()) found.push({ path, fileName: basename(path) })
      else found.push({ path, problem: 'is neither a file nor a folder.' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      found.push({
        path,
        problem: error.code === 'ENOENT' ? 'there is no such file.' : `cannot be read (${error.code}).`,
      })
    }
  }
  return found
}

async function notesIn(folder: string, below: string): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const path = join(folder, name)
    const about = await lstat(path)
    if (about.isDirectory()) found.push(...(await notesIn(path, `${below}${name}/`)))
    else if (about.isFile() && noteFile.test(name)) found.push({ path, fileName: below + name })
  }
  return found
}
