import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ShippedEntry = {
  file: string
  line: number
  title: string
  /** The `##` heading it stands under. */
  section: string
  aliases: string[]
  tags: string[]
  answers: string[]
}

export type ShippedFile = { name: string; bytes: Buffer; title: string; entries: ShippedEntry[] }

const folder = join(import.meta.dirname, 'notes')

/** The shipped notes, read line by line without the importer: what they are meant to say. */
export const shippedFiles = (): ShippedFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readShipped(name, readFileSync(join(folder, name))))

function readShipped(name: string, bytes: Buffer): ShippedFile {
  const file: ShippedFile = { name, bytes, title: '', entries: [] }
  let section = ''
  let entry: ShippedEntry | undefined
  let body: string[] = []
  const finish = () => entry?.answers.push(...answersIn(body))
  for (const { text, line, isCode } of linesOf(bytes.toString('utf8'))) {
    const heading = isCode ? undefined : /^(#{1,3}) (.+)$/.exec(text)
    const [, marks = '', title = ''] = heading ?? []
    const metadata = isCode ? undefined : /^<!-- (aliases|tags): (.+) -->$/.exec(text)
    if (heading) {
      finish()
      body = []
      entry =
        marks === '###' ? { file: name, line, title, section, aliases: [], tags: [], answers: [] } : undefined
      if (entry) file.entries.push(entry)
      if (marks === '##') section = title
      if (marks === '#') file.title = title
    } else if (metadata) {
      const [, kind, values = ''] = metadata
      entry?.[kind === 'tags' ? 'tags' : 'aliases'].push(...values.split(kind === 'tags' ? ', ' : ' | '))
    } else body.push(!isCode && text === '<!-- answer -->' ? '\0' : text)
  }
  finish()
  return file
}

const answersIn = (body: string[]): string[] =>
  body
    .join('\n')
    .split('\0')
    .map((answer) => answer.trim())
    .filter((answer) => answer !== '')

/** The lines of a text; `isCode` inside a fence and on the lines that open and close it. */
export function linesOf(text: string): { text: string; line: number; isCode: boolean }[] {
  let fence: string | undefined
  return text.split('\n').map((line, at) => {
    const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    const isCode = fence !== undefined || marks !== undefined
    if (marks && fence === undefined) fence = marks
    else if (marks && fence && marks.startsWith(fence)) fence = undefined
    return { text: line, line: at + 1, isCode }
  })
}

/** A text without its code: what the rules for language are about. */
export const proseOf = (text: string): string =>
  linesOf(text)
    .filter(({ isCode }) => !isCode)
    .map((line) => line.text.replace(/(`+)[^`]+?\1(?!`)/g, '`'))
    .join('\n')
