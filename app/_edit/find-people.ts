import type { FoundPerson } from '../_editor/editor-props.ts'

type Found = { name: string; shortId: string; since: string | null }

/** The people that `@` offers for what is typed so far; namesakes are told apart by since when they are here. */
export async function findPeople(begun: string): Promise<FoundPerson[]> {
  const answer = await fetch(`/api/names?${new URLSearchParams({ begun })}`)
  if (!answer.ok) return []
  const { people }: { people: Found[] } = await answer.json()
  return people.map(({ name, shortId, since }) => ({
    name,
    href: `/people/${shortId}`,
    hint: since ?? undefined,
  }))
}
