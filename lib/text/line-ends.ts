import { applyEdits, type Edit } from './edits.ts'

/** The text with `\n` alone as the end of each line, as Markdown's parsers read it. */
export const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Applies edits made on the text with plain line ends to the text as it is; new lines end as most of its lines do. */
export function applyToOriginal(original: string, edits: readonly Edit[]): string {
  const lineEnd = usualLineEnd(original)
  const shift = shifts(original)
  return applyEdits(
    original,
    edits.map(({ from, to, text }) => ({
      from: from + shift(from),
      to: to + shift(to),
      text: text.replaceAll('\n', lineEnd),
    })),
  )
}

function usualLineEnd(text: string): string {
  const windows = text.match(/\r\n/g)?.length ?? 0
  const mac = (text.match(/\r/g)?.length ?? 0) - windows
  const unix = (text.match(/\n/g)?.length ?? 0) - windows
  if (windows > unix && windows >= mac) return '\r\n'
  return mac > unix ? '\r' : '\n'
}

/** How many `\r\n` end before an offset of the plain text. */
function shifts(original: string): (offset: number) => number {
  const ends = [...original.matchAll(/\r\n/g)].map(({ index }, count) => index - count)
  return (offset) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
