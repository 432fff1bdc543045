import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { notePath } from '#lib/entries/entry'
import { findNote } from '#lib/notes/queries'
import { parseSlugId } from '#lib/text/slug'
import { decodeSegment } from '../../_layout/decode-segment.ts'

/** The note that a URL segment names. A wrong or old slug answers 308 to the right one, an unknown id 404. */
export const requireNote = cache(async (segment: string) => {
  const shortId = parseSlugId(decodeSegment(segment))
  const note = shortId ? await findNote(shortId) : undefined
  if (!note) notFound()
  const path = notePath(note)
  if (decodeSegment(path) !== `/notes/${decodeSegment(segment)}`) permanentRedirect(path)
  return note
})
