import type { Node } from '@tiptap/pm/model'
import { carryEdits, carryHunks, grains, leans } from '#lib/text/carry-edits'
import { applyEdits, type Edit, editsBetween, OutOfTime } from '#lib/text/edits'
import { applyToOriginal } from '#lib/text/line-ends'
import { type Change, touchedBlocks, withBlocksBefore, withNextBlocks } from './align-blocks.ts'
import { normalise } from './normalise.ts'
import type { OpenText } from './open-text.ts'
import { type Place, placeOf, replaceBlocks } from './place-blocks.ts'
import { readMarkdown, type SourceBlock } from './to-document.ts'
import { writeMarkdown } from './write-document.ts'

/**
 * `mapped`: only the characters that were edited changed. `block`: the touched top-level blocks were written anew. `whole`:
 * the text was. `exact`: what was saved is read as the document that was edited; otherwise Markdown cannot say it all.
 */
export type Saved = { markdown: string; method: 'mapped' | 'block' | 'whole'; exact: boolean }

/**
 * The source with what was touched changed and every other line as it was. Diffs have `budget` milliseconds; without
 * time, or where the result would be read otherwise than the edited document, more of the text is written anew.
 */
export function saveTouched(text: OpenText, edited: Node, budget = 1000): Saved {
  const unchanged: Saved = { markdown: text.source, method: 'mapped', exact: true }
  if (edited.eq(text.doc)) return unchanged
  const until = performance.now() + budget
  const now = childrenOf(edited).filter((node) => node.type.name !== 'paragraph' || node.childCount > 0)
  const wanted = normalise(now, text.schema)
  const before = text.blocks.map(({ node }) => node)
  if (sameNodes(normalise(before, text.schema), wanted)) return unchanged
  try {
    const changes = touchedBlocks(before, now, until)
    const ways = [changes, withNextBlocks(before, changes), withBlocksBefore(before, changes)]
    for (const way of ways) {
      const saved = byBlocks(text, way, wanted, until)
      if (saved) return saved
    }
    const whole = wholeText(text, now, wanted)
    if (whole.exact) return whole
    // What Markdown cannot say is no reason to write the rest anew: whatever reads the same is enough.
    const nearest = normalise(nodesOf(readMarkdown(whole.markdown, text.schema).blocks), text.schema)
    const saved = byBlocks(text, changes, nearest, until)
    return saved ? { ...saved, exact: false } : whole
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return wholeText(text, now, wanted)
  }
}

type Candidate = { edits: Edit[]; mapped: boolean }

/** Each touched place in the gentlest way in which it is read right by itself, then all of them together. */
function byBlocks(text: OpenText, changes: Change[], wanted: Node[], until: number): Saved | null {
  const places = changes.map((change) => placeOf(text, change))
  const chosen = places.map((place) => gentlest(text, place, until))
  const attempts = [chosen, ...wider(text, places, chosen)]
  for (const attempt of attempts) {
    const edits = attempt.flatMap(({ edits }) => edits)
    const { blocks } = readMarkdown(applyEdits(text.plain, edits), text.schema)
    const read = normalise(nodesOf(blocks), text.schema)
    if (!sameNodes(read, wanted)) continue
    const method = attempt.every(({ mapped }) => mapped) ? 'mapped' : 'block'
    return { markdown: applyToOriginal(text.source, edits), method, exact: true }
  }
  return null
}

function gentlest(text: OpenText, place: Place, until: number): Candidate {
  const { schema, surroundings } = text
  if (place.before.length === 0 || place.now.length === 0)
    return { edits: replaceBlocks(text, place, writeMarkdown(place.now, schema, surroundings)), mapped: true }
  const base = writeMarkdown(place.before, schema, surroundings)
  const mine = writeMarkdown(place.now, schema, surroundings)
  const spaced = writeMarkdown(place.now, schema, surroundings, true)
  const source = text.plain.slice(place.from, place.to)
  const wanted = normalise(place.now, schema)
  const tried = new Set<string>()
  const fits = (edits: Edit[]) => {
    const result = applyEdits(source, edits)
    if (tried.has(result)) return false
    tried.add(result)
    const { blocks } = readMarkdown(result, schema, surroundings)
    return sameNodes(normalise(nodesOf(blocks), schema), wanted)
  }
  const at = (edits: Edit[]) => edits.map((edit) => moved(edit, place.from))
  for (const written of new Set([spaced, mine]))
    for (const lean of leans) {
      const edits = carryEdits(base, written, source, lean, until)
      if (fits(edits)) return { edits: at(edits), mapped: true }
    }
  for (const grain of grains) {
    const edits = carryHunks(base, mine, source, grain, until)
    if (fits(edits)) return { edits: at(edits), mapped: false }
  }
  return { edits: replaceBlocks(text, place, mine), mapped: false }
}

const moved = ({ from, to, text }: Edit, by: number): Edit => ({ from: from + by, to: to + by, text })

/** Should the places disturb their neighbours: the touched blocks anew, set apart by empty lines. */
function wider(text: OpenText, places: Place[], chosen: Candidate[]): Candidate[][] {
  const apart = places.map((place) => {
    const mine = writeMarkdown(place.now, text.schema, text.surroundings)
    return { edits: replaceBlocks(text, place, mine, true), mapped: place.before.length === 0 }
  })
  const mixed = chosen.map((candidate, at) => (candidate.mapped ? candidate : (apart[at] ?? candidate)))
  return [mixed, apart]
}

/** All of it anew; lines that come out as they were keep their line ends. */
function wholeText(text: OpenText, now: Node[], wanted: Node[]): Saved {
  const tail = /\n\s*$/.exec(text.plain)?.[0] ?? ''
  const written = writeMarkdown(now, text.schema, text.surroundings) + tail
  const { blocks } = readMarkdown(written, text.schema)
  const exact = sameNodes(normalise(nodesOf(blocks), text.schema), wanted)
  return { markdown: applyToOriginal(text.source, lineEdits(text.plain, written)), method: 'whole', exact }
}

function lineEdits(before: string, after: string): Edit[] {
  try {
    return editsBetween(before, after, performance.now() + 300)
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return [{ from: 0, to: before.length, text: after }]
  }
}

const nodesOf = (blocks: SourceBlock[]) => blocks.map(({ node }) => node)

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  node.forEach((child) => void children.push(child))
  return children
}

function sameNodes(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((node, at) => b[at] !== undefined && node.eq(b[at]))
}
