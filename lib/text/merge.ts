import { diffArrays } from 'diff'
import { structureOf } from './structure.ts'

/** A stretch of a merge that did not come out: one on which both sides agree, or one that each changed in its own way. */
export type Hunk =
  | { kind: 'same'; text: string }
  | { kind: 'conflict'; base: string; mine: string; theirs: string }

export type Merged = { clean: true; text: string } | { clean: false; hunks: Hunk[] }

/** How long both comparisons may take together, in milliseconds; beyond it the whole text is one conflict. */
const budget = 1_000

/**
 * Merges two changes of one text, sentence by sentence (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007), so that
 * two corrections in one long paragraph do not collide. Joining a side of all hunks gives that side's whole text, as far as the
 * other side has not changed it: nothing is lost. A result whose fences, headings or links do not add up is a conflict.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { clean: true, text: mine }
  if (mine === base) return { clean: true, text: theirs }
  const whole: Merged = { clean: false, hunks: [{ kind: 'conflict', base, mine, theirs }] }
  const started = Date.now()
  const sentences = sentencesOf(base)
  const ours = editsOf(sentences, sentencesOf(mine), budget)
  const others = ours && editsOf(sentences, sentencesOf(theirs), Math.max(1, budget - (Date.now() - started)))
  if (!ours || !others) return whole
  const hunks = joinEdits(sentences, ours, others)
  if (hunks.some(({ kind }) => kind === 'conflict')) return { clean: false, hunks }
  const text = hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : '')).join('')
  return addsUp(base, mine, theirs, text) ? { clean: true, text } : whole
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

function joinEdits(base: string[], mine: Edit[], theirs: Edit[]): Hunk[] {
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
    if (other.length === 0 || ownText === otherText) pushSame(hunks, ownText)
    else if (own.length === 0) pushSame(hunks, otherText)
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

function pushSame(hunks: Hunk[], text: string): void {
  const last = hunks.at(-1)
  if (last?.kind === 'same') last.text += text
  else if (text !== '') hunks.push({ kind: 'same', text })
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
