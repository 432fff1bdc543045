import { notFound, permanentRedirect } from 'next/navigation'
import { tagPath } from '#lib/entries/entry'
import { findTagNow } from '#lib/entries/find-tag-now'
import { countEntriesOfTag } from '#lib/entries/list-queries'
import { decodeSegment } from '../../_layout/decode-segment.ts'

/** The tag that a URL segment names, and how many questions carry it. A former name answers 308 to what it is called now, an unknown one 404. */
export async function requireTag(segment: string, suffix = ''): Promise<{ name: string; entries: number }> {
  const name = decodeSegment(segment).normalize('NFC')
  const entries = await countEntriesOfTag(name)
  if (entries > 0) return { name, entries }
  const now = await findTagNow(name)
  if (now === undefined) notFound()
  permanentRedirect(tagPath(now) + suffix)
}
