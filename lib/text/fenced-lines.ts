const fence = /^\s*(?:(?:[-*+>]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)$/

/** The lines of a Markdown text, counted from 1, that stand in fenced code, its fences among them. For showing, not for parsing. */
export function fencedLines(text: string): Set<number> {
  const lines = new Set<number>()
  let open: string | undefined
  text.split('\n').forEach((line, at) => {
    const [, marks = '', rest = ''] = fence.exec(line) ?? []
    if (open) {
      lines.add(at + 1)
      if (marks.startsWith(open) && rest.trim() === '') open = undefined
    } else if (marks && !(marks.startsWith('`') && rest.includes('`'))) {
      lines.add(at + 1)
      open = marks
    }
  })
  return lines
}
