import type { EarlierTexts } from './earlier-texts.ts'
import { endOf, isMark, withoutQuestions } from './heading-mark.ts'
import { isBlank, type Line } from './lines.ts'
import { addText, currentLines, setApart } from './piece-lines.ts'
import { placeAdditions } from './place-additions.ts'
import { type Outplaced, placeMoved } from './place-moved.ts'
import { headingDepth, type Run, runsOf } from './runs.ts'
import { whatStays } from './what-stays.ts'
import {
  type Extras,
  entryText,
  highestHeading,
  markOf,
  type Plainness,
  sectionText,
} from './written-anew.ts'

export type Composing = {
  now: EarlierTexts
  /** The last imported lines. */
  file: Line[]
  fileName: string
  ending: Line['ending']
  extras: Extras
  /** What once stood in a file of this note and no longer does: nobody has worked on it since, so it is left out. */
  vanished: Set<string>
}
export type Composed = {
  lines: Line[]
  /** Which section or question begins on which line, from 1. */
  starts: Map<number, string>
  stays: Set<string>
}

/**
 * The lines of a note's file as the wiki has it now: the last imported lines where they still stand, changed only where texts were
 * changed; what moved at its new place, what people added at theirs, without what is in the trash.
 */
export function composeNote(work: Composing, plainness: Map<string, Plainness> = new Map()): Composed {
  const { now, file } = work
  const runs = runsOf(now)
  const stays = whatStays(now, runs, work.fileName)
  const { placed: moved, levels } = placeMoved(now, runs, stays, work.vanished, plainness)
  const writer = new Writer(work, runs, plainness, levels)
  for (const item of moved.get('top') ?? []) writer.add(item)
  let next = 1
  for (const run of runs) {
    const [first, last] = [run.pieces[0], run.pieces.at(-1)]
    if (!first || !last) continue
    const gap = file.slice(next - 1, first.line - 1)
    next = last.endLine + 1
    if (run.owner === null || stays.has(run.owner)) writer.keep(run, gap)
    else writer.leaveOut(gap)
    for (const item of moved.get(run) ?? []) writer.add(item)
  }
  writer.end(file.slice(next - 1))
  if (hadQuestions(now) && !writer.hasQuestion) addText(writer.out, withoutQuestions, work.ending)
  return { lines: writer.out, starts: writer.starts, stays }
}

const hadQuestions = ({ pieces }: Composing['now']): boolean =>
  pieces.some(({ entryId, answerId }) => entryId !== null || answerId !== null)

class Writer {
  readonly out: Line[] = []
  readonly starts = new Map<number, string>()
  readonly #standing: Map<string, { markdown: string; title?: string }>
  readonly #additions: ReturnType<typeof placeAdditions>
  readonly #runsOf = new Map<string, Run[]>()
  #leftGap: Line[] = []
  #isAfterAdded = false
  hasQuestion = false

  constructor(
    readonly work: Composing,
    runs: Run[],
    readonly plainness: Map<string, Plainness>,
    readonly levels: Map<string, number>,
  ) {
    const { sections, entries, answers } = work.now
    this.#standing = new Map(
      [...sections, ...entries, ...answers].flatMap((text) => (text.trashed ? [] : [[text.id, text]])),
    )
    this.#additions = placeAdditions(work.now)
    for (const run of runs)
      if (run.owner) this.#runsOf.set(run.owner, [...(this.#runsOf.get(run.owner) ?? []), run])
  }

  /** Lines that stand where they stood. */
  keep(run: Run, gap: Line[]): void {
    const lines = gap.length < this.#leftGap.length ? this.#leftGap : gap
    this.#leftGap = []
    if (this.#isAfterAdded && lines.length === 0) setApart(this.out, this.work.ending)
    this.#isAfterAdded = false
    this.out.push(...lines)
    this.#note(run.owner)
    const plainness = (run.owner && this.plainness.get(run.owner)) || 0
    const depth = headingDepth(run, this.work.now.lines)
    const level = this.levels.get(run.owner ?? '') ?? depth
    const isFirst = run.owner !== null && this.#runsOf.get(run.owner)?.[0] === run
    if (!run.owner || plainness === 0) this.#copy(run)
    else if (plainness === 1 && depth > 0) this.#copy(run, { depth, level }, 1)
    else if (isFirst) this.#writeAnew(run.owner, { depth: depth || Math.min(6, level), level }, plainness)
  }

  /** Of the blank lines around what is left out the longer stretch stays. */
  leaveOut(gap: Line[]): void {
    if (gap.length > this.#leftGap.length) this.#leftGap = gap
  }

  /** Something that stands elsewhere now, or never stood in the file. */
  add({ id, spot, fits }: Outplaced): void {
    const asked = this.plainness.get(id) ?? 0
    const plainness = fits ? asked : (Math.max(1, asked) as Plainness) // at most 3, as what was asked
    const runs = this.#runsOf.get(id) ?? []
    this.#note(id)
    setApart(this.out, this.work.ending)
    const isCopied = plainness < 2 && runs[0] && headingDepth(runs[0], this.work.now.lines) > 0
    if (isCopied) for (const run of runs) this.#copy(run, spot, plainness)
    else this.#writeAnew(id, spot, plainness)
    const last = this.out.at(-1)
    if (last?.ending === '') this.out[this.out.length - 1] = { ...last, ending: this.work.ending }
    this.#isAfterAdded = true
  }

  end(rest: Line[]): void {
    this.out.push(...rest)
  }

  #note(id: string | null): void {
    this.hasQuestion ||= this.work.now.entries.some((entry) => entry.id === id)
  }

  #writeAnew(id: string, spot: Outplaced['spot'], plainness: Plainness): void {
    const { now, extras, ending } = this.work
    const section = now.sections.find((each) => each.id === id)
    const entry = now.entries.find((each) => each.id === id)
    setApart(this.out, ending)
    this.starts.set(this.out.length + 1, id)
    if (section) addText(this.out, sectionText(section, spot, plainness), ending)
    if (entry) addText(this.out, entryText(entry, spot, now, extras, plainness), ending)
  }

  /** The lines of a run with what was changed in them; under another heading depth and with a mark where that is asked for. */
  #copy({ owner, pieces }: Run, spot?: Outplaced['spot'], plainness: Plainness = 0): void {
    const { now, file, ending } = this.work
    const kind = now.sections.some(({ id }) => id === owner) ? 'section' : 'question'
    let next = pieces[0]?.line ?? 1
    for (const [at, piece] of pieces.entries()) {
      this.out.push(...file.slice(next - 1, piece.line - 1))
      next = piece.endLine + 1
      const isOwnText = piece.kind !== 'layout' && !piece.kind.endsWith('_heading')
      // What an earlier export said of it is said anew.
      if (spot && plainness > 0 && !isOwnText && isMark(now.lines[piece.line - 1])) continue
      const isHeading = owner !== null && piece.kind.endsWith('_heading')
      if (at === 0 && isHeading && !this.starts.has(this.out.length + 1))
        this.starts.set(this.out.length + 1, owner)
      const target = piece.sectionId ?? piece.entryId ?? piece.answerId
      if (target && !this.#standing.has(target)) continue
      const lines = currentLines(
        piece,
        file.slice(piece.line - 1, piece.endLine),
        now,
        this.#standing,
        ending,
      )
      this.out.push(...(at === 0 && isHeading && spot ? deepened(lines, spot.depth) : lines))
      if (at === 0 && isHeading && spot && plainness > 0)
        addLine(this.out, markOf(kind, spot.level, 1), ending)
      for (const text of this.#additions.get(piece) ?? []) addText(this.out, text, ending)
    }
    const text = file.slice((pieces[0]?.line ?? 1) - 1, next - 1).map(({ text }) => text)
    if (spot && plainness > 0 && highestHeading([text.slice(1).join('\n')]) < 7)
      addText(this.out, endOf[kind], ending)
  }
}

const deepened = ([first, ...rest]: Line[], depth: number): Line[] =>
  first ? [{ ...first, text: first.text.replace(/^( {0,3})#{1,6}/, `$1${'#'.repeat(depth)}`) }, ...rest] : []

function addLine(out: Line[], text: string, ending: Line['ending']): void {
  const last = out.at(-1)
  if (last && last.ending === '' && !isBlank(last.text)) out[out.length - 1] = { ...last, ending }
  out.push({ text, ending })
}
