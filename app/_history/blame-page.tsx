import { getTranslations } from 'next-intl/server'
import { listTexts } from '#lib/entries/history-queries'
import { type BlamedLine, blameLines } from '#lib/text/blame'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'
import { Shell } from '../_layout/shell.tsx'
import { BlameWho } from './blame-who.tsx'
import { HistoryHead } from './history-head.tsx'
import type { HistoryPlace } from './require-place.ts'

type Version = Awaited<ReturnType<typeof listTexts>>[number]

/** Each stretch of the newest text with who last wrote it, when, in which version and why. */
export async function BlamePage({ place }: { place: HistoryPlace }) {
  const [t, versions] = await Promise.all([getTranslations('history'), listTexts(place.subject)])
  const passages = passagesOf(blameLines(versions))
  return (
    <Shell>
      <div className="wide">
        <HistoryHead place={place} title={t('blameTitle')} current="blame">
          <p className="history-lead">{t('blameLead')}</p>
        </HistoryHead>
        <ol className="blame">
          {passages.map(({ version, first, text }) => (
            <li key={first} className="blame-passage">
              <div className="blame-who">
                <BlameWho version={version} path={place.path} />
                <Time at={version.changedAt} />
              </div>
              <pre lang={languageOf(text)}>{text}</pre>
            </li>
          ))}
        </ol>
      </div>
    </Shell>
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
