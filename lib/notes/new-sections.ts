import type { EarlierTexts } from './earlier-texts.ts'
import { type Extras, entryText, isAdded } from './entry-text.ts'

/**
 * The sections that no file has yet, each with all that stands in it, in order, and the section of the file that it stands in; null
 * for the note itself. One that a newer file left out is written only where something in it has to be.
 */
export function listNewSections(
  now: EarlierTexts,
  extras: Extras,
): { parentId: string | null; text: string }[] {
  const isNew = ({ id }: { id: string }) => !now.inFile.has(id)
  const isTop = ({ parentId }: { parentId: string | null }) => parentId === null || now.inFile.has(parentId)
  return now.sections
    .filter((section) => isNew(section) && isTop(section))
    .flatMap((section) => {
      const text = sectionText(section, now, extras)
      return text === '' ? [] : [{ parentId: section.parentId, text }]
    })
}

/** A section's heading, what it says, its questions and the sections below it; empty where there is nothing to write. */
function sectionText(section: EarlierTexts['sections'][number], now: EarlierTexts, extras: Extras): string {
  const level = Math.max(2, section.level)
  const entries = now.entries
    .filter((entry) => entry.sectionId === section.id && !entry.trashed && !now.inFile.has(entry.id))
    .filter(isAdded)
    .map((entry) => entryText(entry, '#'.repeat(Math.min(6, level + 1)), now, extras))
  const below = now.sections
    .filter(({ parentId }) => parentId === section.id)
    .map((child) => sectionText(child, now, extras))
    .filter((text) => text !== '')
  const isWanted = !section.trashed && isAdded(section)
  if (!isWanted && entries.length + below.length === 0) return ''
  const heading = `${'#'.repeat(level)} ${section.title}`
  return [heading, section.markdown, ...entries, ...below].filter((part) => part !== '').join('\n\n')
}
