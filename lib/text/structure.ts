import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false })

/** How many fences (closed and not), headings and links a Markdown text has. */
export function structureOf(text: string): {
  fences: number
  openFences: number
  headings: number
  links: number
} {
  const lines = text.split('\n')
  const counts = { fences: 0, openFences: 0, headings: 0, links: 0 }
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'heading_open') counts.headings++
    if (token.type === 'inline')
      counts.links +=
        token.children?.filter(({ type }) => type === 'link_open' || type === 'image').length ?? 0
    if (token.type !== 'fence') continue
    counts.fences++
    const last = lines[(token.map?.[1] ?? 0) - 1] ?? ''
    const isClosed = (token.map?.[1] ?? 0) - (token.map?.[0] ?? 0) > 1 && last.includes(token.markup)
    if (!isClosed) counts.openFences++
  }
  return counts
}
