import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchDoc } from '#lib/search/engine'
import { realNotes } from './notes.ts'

const inventory = join(import.meta.dirname, '../../../shared/notes-inventory.tsv')

/** The real notes as documents, split where the hand-made inventory says: independent of the importer. Undefined where the notes are absent. */
export function inventoryDocs(): SearchDoc[] | undefined {
  const notes = realNotes()
  if (!notes) return undefined
  const lines = new Map(
    notes.map(({ fileName, bytes }) => [fileName.slice(0, 3), bytes.toString('utf8').split('\n')]),
  )
  return readFileSync(inventory, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row, i) => {
      const [seed = '', line = '', endLine = '', , state = '', mark = '', , title = ''] = row.split('\t')
      const body = lines.get(seed)?.slice(Number(line), Number(endLine)).join('\n') ?? ''
      return {
        id: `00000000-0000-7000-8000-${String(i + 1).padStart(12, '0')}`,
        version: 1,
        title: plainTitle(title, mark),
        aliases: [],
        headings: '',
        body,
        space: seed,
        tags: [],
        author: 'importer',
        state: { answered_inline: 'answered' }[state] ?? state,
        asked: 0,
        acl: ['public'],
        updatedAt: 1_700_000_000,
      }
    })
}

/** The questions of the real notes with the topic that those about the same thing share, where there are several. */
export function inventoryTitles(): { title: string; topic: string }[] | undefined {
  if (!realNotes()) return undefined
  return readFileSync(inventory, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [, , , , , mark = '', topic = '', title = ''] = row.split('\t')
      return { title: plainTitle(title, mark), topic }
    })
}

/** Without numbering, mark and emphasis. */
function plainTitle(title: string, mark: string): string {
  const unmarked = mark && title.endsWith(mark) ? title.slice(0, -mark.length) : title
  return unmarked
    .replace(/^\d+(\.\d+)*[.、]\s*/, '')
    .replaceAll('**', '')
    .trim()
}
