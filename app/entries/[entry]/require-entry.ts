import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { findMerged } from '#lib/duplicates/merge-queries'
import { entryPath } from '#lib/entries/entry'
import { findEntry } from '#lib/entries/queries'
import { parseSlugId } from '#lib/text/slug'
import { decodeSegment } from '../../_layout/decode-segment.ts'

/** The entry that a URL segment names. A wrong or old slug answers 308 to the right one, an unknown id 404. */
export const requireEntry = cache(async (segment: string, suffix = '') => {
  const shortId = parseSlugId(decodeSegment(segment))
  const entry = shortId ? await findEntry(shortId) : undefined
  if (!entry) {
    const merged = shortId ? await findMerged(shortId) : undefined
    if (!merged) notFound()
    // What follows the question's own address has its place there too. No fragment: the reader's own, as of an answer, goes along.
    permanentRedirect(entryPath(merged) + (suffix || `?merged=${shortId}`))
  }
  const path = entryPath(entry)
  if (decodeSegment(path) !== `/entries/${decodeSegment(segment)}`) permanentRedirect(path + suffix)
  return entry
})
