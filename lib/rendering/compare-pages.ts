import { diffArrays } from 'diff'
import type { RootContent } from 'hast'
import { diffWords } from '#lib/text/diff'
import { canBeWeighed, pairLines } from '#lib/text/pair-lines'
import { allText, marksWords, withMarkedWords } from './mark-words.ts'
import { blocksOf, htmlOf } from './page-blocks.ts'
import type { TrustedHtml } from './rendered.ts'

/** A block of a page (paragraph, list, code …) in a comparison; one that changed has its words marked where they can be. */
export type PageBlock = {
  op: 'same' | 'removed' | 'added' | 'changed'
  html: TrustedHtml
  /** Where the same block stands in the comparison again, when it only moved: its index. */
  movedTo?: number
}

/** Bytes of both pages together that can be compared while somebody waits. */
const longest = 1_500_000
/** Milliseconds for the comparison of blocks and of words. */
const budget = 1_000

/** Compares two rendered texts block by block; undefined where that would take too long. Ids are left out: both pages have them. */
export function comparePages(before: TrustedHtml, after: TrustedHtml): PageBlock[] | undefined {
  if (before.length + after.length > longest) return undefined
  const until = performance.now() + budget
  const [old, fresh] = [readBlocks(before), readBlocks(after)]
  // Weighing all at once finds a changed block again also where an equal one has moved past it.
  if (canBeWeighed(textsOf(old), textsOf(fresh))) return markMoves(replaced(old, fresh, until))
  const parts = diffArrays(old, fresh, { timeout: budget, comparator: (a, b) => a.html === b.html })
  if (!parts) return undefined
  const blocks: PageBlock[] = []
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at], parts[at + 1]]
    if (part?.removed && next?.added) {
      blocks.push(...replaced(part.value, next.value, until))
      at += 1
    } else for (const { html } of part?.value ?? []) blocks.push({ op: opOf(part), html })
  }
  return markMoves(blocks)
}

type Block = { node: RootContent; html: TrustedHtml; text: string }

const readBlocks = (html: TrustedHtml): Block[] =>
  blocksOf(html).map((block) => ({ ...block, text: allText(block.node) }))

const textsOf = (blocks: Block[]) => blocks.map(({ text }) => text)

const opOf = (part: { added?: boolean; removed?: boolean } | undefined) =>
  part?.added ? 'added' : part?.removed ? 'removed' : 'same'

function replaced(removed: Block[], added: Block[], until: number): PageBlock[] {
  const pairs = pairLines(textsOf(removed), textsOf(added))
  return pairs.flatMap(([i, j]): PageBlock[] => {
    const [old, fresh] = [i === undefined ? undefined : removed[i], j === undefined ? undefined : added[j]]
    if (old && fresh && old.html === fresh.html) return [{ op: 'same', html: fresh.html }]
    if (old && fresh && marksWords(old.node) && marksWords(fresh.node))
      return [
        { op: 'changed', html: htmlOf(withMarkedWords(fresh.node, diffWords(old.text, fresh.text, until))) },
      ]
    return [
      ...(old ? [{ op: 'removed' as const, html: old.html }] : []),
      ...(fresh ? [{ op: 'added' as const, html: fresh.html }] : []),
    ]
  })
}

/** A block that is gone in one place and new in another, to the letter, has moved. */
function markMoves(blocks: PageBlock[]): PageBlock[] {
  const removed = new Map<string, number[]>()
  blocks.forEach(({ op, html }, at) => {
    if (op === 'removed') removed.set(html, [...(removed.get(html) ?? []), at])
  })
  blocks.forEach((block, at) => {
    const from = block.op === 'added' ? removed.get(block.html)?.shift() : undefined
    const gone = from === undefined ? undefined : blocks[from]
    if (from === undefined || !gone) return
    block.movedTo = from
    gone.movedTo = at
  })
  return blocks
}
