import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = {
  node: Record<string, { filename?: string; exportedName?: string; workers: Record<string, unknown> }>
}

let manifest: Manifest | undefined

/** The id by which the build serves a server action (`file#name` below app/_actions), and a page that has it. */
export function findAction(action: string): { id: string; path: string } {
  manifest ??= JSON.parse(
    readFileSync(join(import.meta.dirname, '../../.next/server/server-reference-manifest.json'), 'utf8'),
  ) as Manifest // written by the build
  const [file, name] = action.split('#')
  for (const [id, { filename, exportedName, workers }] of Object.entries(manifest.node)) {
    if (filename !== `app/_actions/${file}.ts` || exportedName !== name) continue
    const page = Object.keys(workers).find((each) => !each.includes('[')) ?? Object.keys(workers)[0] ?? ''
    return {
      id,
      path: `/${page
        .split('/')
        .slice(1, -1)
        .filter((part) => !part.startsWith('('))
        .join('/')}`.replace(/\[\w+\]/g, 'AAAAAAAAAAAAAAAAAAAAAA'),
    }
  }
  throw new Error(`The build has no action ${action}.`)
}

/** What an action returned, out of the rows of React's wire format; empty where it returned no state. */
export function stateIn(text: string): Record<string, unknown> {
  const from = text.search(/[0-9a-f]+:\{"status":"/)
  if (from < 0) return {}
  return JSON.parse(text.slice(text.indexOf('{', from)).split('\n', 1)[0] ?? '{}') as Record<string, unknown> // an object, as just seen
}
