import { diffArrays } from 'diff'
import { type Hunk, pushSame } from './hunk.ts'
import { splitClash } from './split-clash.ts'
import { structureOf } from './structure.ts'

export type Merged = { clean: true; text: string } | { clean: false; hunks: Hunk[] }

/** How long both comparisons may take together, in milliseconds; beyond it all that is not alike at both ends is one conflict. */
const budget = 1_000

/**
 * Merges two changes of one text, sentence by sentence (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007), so that
 * two corrections in one long paragraph do not collide. Joining a side of all hunks gives that side's whole text, as far as the
 * other side has not changed it: nothing is lost. A result whose fences, headings or links do not add up is a conflict wherever a
 * side changed anything.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { clean: true, text: mine }
  if (mine === base) return { clean: true, text: theirs }
  const sides = [base, mine, theirs].map(sentencesOf)
  const ends = sameEnds(sides)
  const [sentences = [], own = [], other = []] = sides.map((all) =>
    all.slice(ends.head, all.length - ends.tail),
  )
  const hunks: Hunk[] = []
  const around = (inner: Hunk[]) => {
    pushSame(hunks, sides[0]?.slice(0, ends.head).join('') ?? '')
    for (const hunk of inner) hunk.kind === 'same' ? pushSame(hunks, hunk.text) : hunks.push(hunk)
    pushSame(hunks, sides[0]?.slice(sides[0].length - ends.tail).join('') ?? '')
    return hunks
  }
  const started = Date.now()
  const ours = editsOf(sentences, own, budget)
  const others = ours && editsOf(sentences, other, Math.max(1, budget - (Date.now() - started)))
  if (!ours || !others) {
    const rest = { base: sentences.join(''), mine: own.join(''), theirs: other.join('') }
    return { clean: false, hunks: around([{ kind: 'conflict', ...rest }]) }
  }
  const found = joinEdits(sentences, ours, others, true)
  if (found.some(({ kind }) => kind === 'conflict'))
    return { clean: false, hunks: around(found.flatMap(smaller)) }
  const text = textOf(around(found))
  if (addsUp(base, mine, theirs, text)) return { clean: true, text }
  hunks.length = 0
  return { clean: false, hunks: around(joinEdits(sentences, ours, others, false)) }
}

const textOf = (hunks: Hunk[]) => hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : '')).join('')
const smaller = (hunk: Hunk) => (hunk.kind === 'conflict' ? splitClash(hunk) : [hunk])

/** How many sentences all texts have in common at their beginnings and at their ends. */
function sameEnds(sides: string[][]): { head: number; tail: number } {
  const shortest = Math.min(...sides.map(({ length }) => length))
  const isSame = (at: number) => sides.every((side) => side.at(at) === sides[0]?.at(at))
  let head = 0
  while (head < shortest && isSame(head)) head++
  let tail = 0
  while (tail < shortest - head && isSame(-1 - tail)) tail++
  return { head, tail }
}

/** Cuts behind 。！？； (with the quotes that close them) and line feeds; joined, the parts are the text. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]*(?:[。！？；]+["'”’」』）)]*|\n)|[^。！？；\n]+$/g) ?? []
}

type Edit = { from: number; to: number; text: string[] }

/** What was changed, as replaced ranges of the base; undefined where finding out takes too long. */
function editsOf(base: string[], changed: string[], timeout: number): Edit[] | undefined {
  const changes = diffArrays(base, changed, { timeout })
  if (!changes) return undefined
  const edits: Edit[] = []
  let at = 0
  let open: Edit | undefined
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      at += value.length
      open = undefined
      continue
    }
    if (!open) {
      open = { from: at, to: at, text: [] }
      edits.push(open)
    }
    if (removed) {
      at += value.length
      open.to = at
    } else open.text.push(...value)
  }
  return edits.flatMap(sentenceBySentence)
}

/** As many sentences in the place of as many are each its own edit, so that the other side may have changed one of them alike. */
function sentenceBySentence(edit: Edit): Edit[] {
  if (edit.to - edit.from !== edit.text.length) return [edit]
  return edit.text.map((text, at) => ({ from: edit.from + at, to: edit.from + at + 1, text: [text] }))
}

/** `mayChoose`: what only one side changed, or both alike, is not in question. */
function joinEdits(base: string[], mine: Edit[], theirs: Edit[], mayChoose: boolean): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let [m, t] = [0, 0]
  const text = (from: number, to: number) => base.slice(from, to).join('')
  while (m < mine.length || t < theirs.length) {
    const cluster = clusterFrom(mine, m, theirs, t)
    pushSame(hunks, text(at, cluster.from))
    const [own, other] = [mine.slice(m, cluster.m), theirs.slice(t, cluster.t)]
    const ownText = applied(base, own, cluster)
    const otherText = applied(base, other, cluster)
    if (ownText === otherText || (mayChoose && other.length === 0)) pushSame(hunks, ownText)
    else if (mayChoose && own.length === 0) pushSame(hunks, otherText)
    else
      hunks.push({ kind: 'conflict', base: text(cluster.from, cluster.to), mine: ownText, theirs: otherText })
    ;[m, t, at] = [cluster.m, cluster.t, cluster.to]
  }
  pushSame(hunks, text(at, base.length))
  return hunks
}

type Cluster = { from: number; to: number; m: number; t: number }

/** The next edit with all edits of either side that meet it. */
function clusterFrom(mine: Edit[], m: number, theirs: Edit[], t: number): Cluster {
  const first = (mine[m]?.from ?? Infinity) <= (theirs[t]?.from ?? Infinity) ? mine[m] : theirs[t]
  const cluster = { from: first?.from ?? 0, to: first?.to ?? 0, m, t }
  for (let grown = true; grown; ) {
    grown = false
    for (const [side, edits] of [['m', mine] as const, ['t', theirs] as const]) {
      const edit = edits[cluster[side]]
      if (!edit || !meets(edit, cluster, side === 'm' ? cluster.m > m : cluster.t > t)) continue
      cluster[side]++
      cluster.to = Math.max(cluster.to, edit.to)
      grown = true
    }
  }
  return cluster
}

// Changes to neighbouring sentences stand side by side; an insertion where the other side changed something does not.
function meets(edit: Edit, cluster: Cluster, isSameSide: boolean): boolean {
  if (edit.from < cluster.to || (edit.from === cluster.from && edit.to === cluster.to)) return true
  const isInsertion = edit.from === edit.to || cluster.from === cluster.to
  return edit.from === cluster.to && isInsertion && !isSameSide
}

function applied(base: string[], edits: Edit[], { from, to }: Cluster): string {
  let text = ''
  let at = from
  for (const edit of edits) {
    text += base.slice(at, edit.from).join('') + edit.text.join('')
    at = edit.to
  }
  return text + base.slice(at, to).join('')
}

/** A merge has the fences, headings and links that both sides lead one to expect, give or take what both added alike. */
function addsUp(base: string, mine: string, theirs: string, merged: string): boolean {
  const [of, a, b, result] = [base, mine, theirs, merged].map(structureOf)
  return (['fences', 'openFences', 'headings', 'links'] as const).every((part) => {
    const [before = 0, own = 0, other = 0, got = 0] = [of?.[part], a?.[part], b?.[part], result?.[part]]
    const together = own + other - before
    return got >= Math.min(own, other, together) && got <= Math.max(own, other, together)
  })
}
