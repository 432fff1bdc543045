import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realNotes } from './notes.ts'

const inventory = join(import.meta.dirname, '../../../shared/notes-inventory.tsv')

/** The bodies of the 251 entries of the real notes, split where the hand-made inventory says; undefined where notes are absent. */
export function realEntryTexts(): { name: string; text: string }[] | undefined {
  const notes = realNotes()
  if (!notes || !existsSync(inventory)) return undefined
  return readFileSync(inventory, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [seed = '', line = '', end = '', , , , , title = ''] = row.split('\t')
      const note = notes.find(({ fileName }) => fileName.startsWith(seed))
      const lines = note?.bytes.toString('utf8').split('\n').slice(Number(line), Number(end)) ?? []
      return { name: `${seed}:${line} ${title}`, text: lines.join('\n') }
    })
}
