import { startAt } from './line-starts.ts'
import type { Listed } from './listed.ts'
import { isAskedBack } from './occasions.ts'
import type { Region } from './region.ts'
import type { Start } from './start.ts'

/**
 * Lines right above a list of questions that name it, as `Advanced:` does, or any short one above numbers that begin anew; and the line
 * that leads over to what was asked back. Only where the list is cut in two by one of them: a single line above it is an introduction.
 */
export function labelsOver(listed: Listed[], { blocks, spots }: Region): Start[] {
  const indexAt = new Map(listed.map(({ line }, at) => [line, at]))
  const labels = spots.filter(({ alone, from, text, at }) => {
    if (!alone || from !== 'paragraph' || text.length > 60) return false
    const next = indexAt.get(blocks[at + 1]?.line ?? 0) ?? -1
    return isAskedBack(text) || (next >= 0 && (isLabel(text) || beginsAnew(listed, next)))
  })
  const isCut = labels.some(({ line }) => line > (listed[0]?.line ?? 0))
  return isCut ? labels.map((spot) => ({ ...startAt(spot, 'lead'), opensSection: true })) : []
}

const isLabel = (text: string): boolean => /^(?:(\*\*|__)\S.*\1[:：]?|[^?？。.]+[:：])$/.test(text)

const beginsAnew = (listed: Listed[], at: number): boolean =>
  listed[at]?.counted === 1 && (listed[at - 1]?.counted ?? 0) > 1
