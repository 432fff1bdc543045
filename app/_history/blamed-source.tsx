import { listTexts } from '#lib/entries/history-queries'
import { type BlamedLine, blameLines } from '#lib/text/blame'
import { languageOf } from '#lib/text/language'
import { BlameWho } from './blame-who.tsx'
import type { HistoryPlace } from './require-place.ts'

type Version = Awaited<ReturnType<typeof listTexts>>[number]

/** The Markdown, line by line, with who last wrote it. */
export async function BlamedSource({ place }: { place: HistoryPlace }) {
  const passages = passagesOf(blameLines(await listTexts(place.subject)))
  return (
    <ol className="blame">
      {passages.map(({ version, first, text }) => (
        <li key={first} className="blame-passage">
          <BlameWho version={version} path={place.path} />
          <pre lang={languageOf(text)}>{text}</pre>
        </li>
      ))}
    </ol>
  )
}

type Passage = { version: Version; first: number; text: string }

/** Neighbouring lines of one version are one passage; blank lines belong to what stands above them. */
function passagesOf(lines: BlamedLine<Version>[]): Passage[] {
  const passages: Passage[] = []
  lines.forEach(({ text, version }, at) => {
    const last = passages.at(-1)
    if (last && (last.version.id === version.id || text.trim() === '')) last.text += `\n${text}`
    else passages.push({ version, first: at + 1, text })
  })
  return passages
}
