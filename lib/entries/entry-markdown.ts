import { stringify } from 'yaml'

type Text = { markdown: string; number: number }
type Given = {
  entry: Text & { title: string | null; state: string }
  answers: Text[]
  aliases: string[]
  tags: string[]
  /** Where it stood in the imported file; lines count from 1. */
  source?: { note: string; file: string; line: number; endLine: number }
  url: string
}

/** One entry as a Markdown document: YAML front matter, the question, its context, its answers with a rule between them. */
export function entryMarkdown({ entry, answers, aliases, tags, source, url }: Given): string {
  const front = {
    title: entry.title,
    ...(aliases.length > 0 && { aliases }),
    ...(tags.length > 0 && { tags }),
    state: entry.state,
    ...(source && { source }),
    revisions: { question: entry.number, answers: answers.map(({ number }) => number) },
    url,
  }
  const texts = answers.map(({ markdown }) => markdown.trim()).filter((text) => text !== '')
  const parts = [`# ${entry.title}`, entry.markdown.trim(), texts.join('\n\n---\n\n')]
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${parts.filter((part) => part !== '').join('\n\n')}\n`
}
