import { type Composed, type Composing, composeNote } from './compose.ts'
import type { Line } from './lines.ts'
import type { Proposal } from './proposal.ts'
import { proposeNote } from './propose.ts'
import type { Plainness } from './written-anew.ts'

const rounds = 8

/**
 * The lines of a note's file as the wiki has it now, such that the importer reads from them what the wiki has: what it would misread
 * is said more plainly, until it does not. Where everything still stands where the file has it, nothing is asked of the importer.
 */
export function composeReadably(work: Composing): Line[] {
  const plainness = new Map<string, Plainness>()
  let composed = composeNote(work)
  if (!hasMoved(work, composed)) return composed.lines
  for (let round = 0; round < rounds; round++) {
    const misread = [...misreadIn(work, composed)].filter((id) => (plainness.get(id) ?? 0) < 3)
    if (misread.length === 0) break
    // At most 3, as those above are left out.
    for (const id of misread) plainness.set(id, ((plainness.get(id) ?? 0) + 1) as Plainness)
    composed = composeNote(work, plainness)
  }
  return composed.lines
}

/** Whether anything went, came or stands elsewhere. */
function hasMoved({ now, vanished }: Composing, { stays }: Composed): boolean {
  const isGone = now.pieces.some(({ sectionId, entryId }) => {
    const id = sectionId ?? entryId
    return id !== null && !stays.has(id)
  })
  return (
    isGone ||
    [...now.sections, ...now.entries].some(
      ({ id, trashed }) => !trashed && !stays.has(id) && !vanished.has(id),
    )
  )
}

/** Which sections and questions the importer would take for something else, put elsewhere, or read other words from. */
function misreadIn({ now, fileName }: Composing, { lines, starts, stays }: Composed): Set<string> {
  const proposal = proposeNote(
    fileName,
    lines.map(({ text }) => text),
  )
  const read = itemsOf(proposal, starts)
  const misread = new Set<string>(read.strangers)
  const texts = textsOf(now)
  for (const id of starts.values()) {
    const [item, wanted] = [read.items.get(id), texts.get(id)]
    if (!wanted) continue
    if (item?.kind !== wanted.kind || item.parent !== wanted.parent) misread.add(id)
    else if (!(stays.has(id) ? sameAsInFile(now, id) : true)) continue
    else if (item.title !== wanted.title || item.text !== wanted.text) misread.add(id)
    else if (item.answers.join('\0') !== wanted.answers.join('\0')) misread.add(id)
  }
  return misread
}

type Item = {
  kind: 'section' | 'entry'
  parent: string | null
  title: string
  text: string
  answers: string[]
}

/** What a proposal holds, by the ids that were written there; `strangers` are those in whose text it finds something that is none. */
function itemsOf(proposal: Proposal, starts: Map<number, string>) {
  const strangers = new Set<string>()
  const items = new Map<string, Item>()
  const sectionIds: (string | null)[] = []
  const begun = [...starts.keys()].toSorted((a, b) => a - b)
  const idAt = (line: number) => {
    const id = starts.get(line)
    if (id === undefined) {
      const above = begun.findLast((start) => start < line)
      if (above !== undefined) strangers.add(starts.get(above) ?? '')
    }
    return id ?? null
  }
  const seen = new Set<number>()
  for (const { kind, line, section, entry } of proposal.pieces) {
    if (kind === 'section_heading' && section !== undefined) sectionIds[section] = idAt(line)
    if (kind !== 'entry_heading' || entry === undefined || seen.has(entry)) continue
    seen.add(entry)
    const id = idAt(line)
    const proposed = proposal.entries[entry]
    if (id && proposed)
      items.set(id, {
        kind: 'entry',
        parent: proposed.section === null ? null : (sectionIds[proposed.section] ?? null),
        title: proposed.title,
        text: proposed.context,
        answers: proposed.answers.map(({ markdown }) => markdown),
      })
  }
  for (const [at, id] of sectionIds.entries()) {
    const proposed = proposal.sections[at]
    if (id && proposed)
      items.set(id, {
        kind: 'section',
        parent: proposed.parent === null ? null : (sectionIds[proposed.parent] ?? null),
        title: proposed.title,
        text: proposed.text,
        answers: [],
      })
  }
  return { items, strangers }
}

function textsOf({ sections, entries, answers }: Composing['now']): Map<string, Item> {
  return new Map<string, Item>([
    ...sections.map(({ id, parentId, title, markdown }): [string, Item] => [
      id,
      { kind: 'section', parent: parentId, title, text: markdown, answers: [] },
    ]),
    ...entries.map(({ id, sectionId, title, markdown }): [string, Item] => [
      id,
      {
        kind: 'entry',
        parent: sectionId,
        title,
        text: markdown,
        answers: answers
          .filter(({ entryId, trashed, markdown }) => entryId === id && !trashed && markdown !== '')
          .map(({ markdown }) => markdown),
      },
    ]),
  ])
}

/** Whether nobody has changed it since the file was read: only then must reading the file give it word for word. */
function sameAsInFile({ sections, entries, answers, inFile }: Composing['now'], id: string): boolean {
  const own = [...sections, ...entries].find((each) => each.id === id)
  const said = inFile.get(id)
  return (
    own?.title === said?.title &&
    own?.markdown === said?.markdown &&
    answers
      .filter(({ entryId, trashed }) => entryId === id && !trashed)
      .every((answer) => inFile.get(answer.id)?.markdown === answer.markdown)
  )
}
