import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realNotes } from './notes.ts'

const shipped = join(import.meta.dirname, '../../seed/notes')

/** Makes a new text at each call, always the same ones in the same order: a title from one or two headings, a body of some paragraphs (now and then none). */
export function recombine(): () => { title: string; body: string } {
  const notes = [...shippedNotes(), ...(realNotes() ?? []).map(({ bytes }) => bytes.toString('utf8'))]
  const titles = [...new Set(notes.flatMap(headingsOf))]
  const paragraphs = notes.flatMap(paragraphsOf)
  const random = seeded(20_260_101)
  const pick = (from: string[]): string => from[Math.floor(random() * from.length)] ?? ''
  return () => {
    const title = random() < 0.5 ? pick(titles) : `${pick(titles)} ${pick(titles)}`
    const length = random() < 0.1 ? 0 : 2 + Math.floor(random() * 8)
    const body = Array.from({ length }, () => pick(paragraphs)).join('\n\n')
    return { title: [...title].slice(0, 190).join(''), body }
  }
}

const shippedNotes = (): string[] =>
  readdirSync(shipped)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(shipped, name), 'utf8'))

const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#{1,6}\s+(?:[\d.、]+\s*)?(.{2,100}?)\s*$/gm)].map(([, title = '']) => title)

const paragraphsOf = (text: string): string[] =>
  text.split(/\n\s*\n/).filter((paragraph) => /\S{4}/.test(paragraph) && !paragraph.startsWith('#'))

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
