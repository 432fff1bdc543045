import { permanentRedirect, redirect } from 'next/navigation'
import { entryPath } from '#lib/entries/entry'
import { findEntryByTitle } from '#lib/entries/queries'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ title?: string | string[] }> }

/** Where `[[title]]` leads: to the question of that title or alias, else to a search for it. */
export default async function EntriesPage({ searchParams }: Props) {
  const { title } = await searchParams
  const wanted = (Array.isArray(title) ? title[0] : title)?.trim()
  if (!wanted) permanentRedirect('/notes')
  const entry = await findEntryByTitle(wanted)
  // Titles move on: a 307, so that no browser remembers where this one led.
  redirect(entry ? entryPath(entry) : `/search?q=${encodeURIComponent(wanted)}`)
}
