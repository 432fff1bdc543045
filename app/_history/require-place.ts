import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { entryPath, notePath } from '#lib/entries/entry'
import { findPlace, type Place } from '#lib/entries/text-queries'
import { madeFrom } from '#lib/pages/tags'
import { parseSlugId } from '#lib/text/slug'
import { decodeSegment } from '../_layout/decode-segment.ts'

/** A text with the path that its history, comparisons and blame stand under, and where it is read. */
export type HistoryPlace = Place & { path: string; readPath: string }

/** The question that a URL segment names; `rest` is what follows it. A wrong or old slug answers 308, an unknown id 404. */
export const requireEntryPlace = cache(async (segment: string, rest: string): Promise<HistoryPlace> => {
  const shortId = parseSlugId(decodeSegment(segment))
  const place = shortId ? await findPlace('entry', shortId) : undefined
  if (!place) notFound()
  const path = entryPath({ shortId: place.shortId, title: place.title })
  if (decodeSegment(path) !== `/entries/${decodeSegment(segment)}`) permanentRedirect(path + rest)
  return named(place, path, path)
})

/** The answer with this short id. */
export const requireAnswerPlace = cache(async (shortId: string): Promise<HistoryPlace> => {
  const place = await findPlace('answer', shortId)
  if (!place) notFound()
  const entry = entryPath({ shortId: place.entryShortId, title: place.title })
  return named(place, `/answers/${place.shortId}`, `${entry}#a-${place.shortId}`)
})

/** The section of a note with this short id. */
export const requireSectionPlace = cache(async (shortId: string): Promise<HistoryPlace> => {
  const place = await findPlace('section', shortId)
  if (!place) notFound()
  const note = notePath({ shortId: place.noteShortId, title: place.noteTitle })
  return named(place, `/sections/${place.shortId}`, `${note}#s-${place.shortId}`)
})

// Said before anything may be missing, so that a "not there" is dropped as well when the text changes.
function named(place: Place, path: string, readPath: string): HistoryPlace {
  madeFrom(`note:${place.noteId}`)
  if (place.entryId) madeFrom(`entry:${place.entryId}`)
  return { ...place, path, readPath }
}

/** Who may edit a text besides editors: whoever wrote it here, of an imported one nobody (see lib/entries/policy). */
export const ownerOf = ({ origin, authorId }: Place) => (origin === 'person' ? authorId : null)

/** What stands in the tab; versions are for people, search engines have the newest. */
export const placeMetadata = (place: HistoryPlace, title: string): Metadata => ({
  title: `${title} · ${place.title}`,
  robots: { index: false },
})
