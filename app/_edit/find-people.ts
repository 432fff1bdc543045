import type { FoundPerson } from '../_editor/editor-props.ts'

/** The people that `@` offers for what is typed so far. */
export async function findPeople(begun: string): Promise<FoundPerson[]> {
  const answer = await fetch(`/api/names?${new URLSearchParams({ begun })}`)
  if (!answer.ok) return []
  const { people }: { people: { name: string }[] } = await answer.json()
  // A text names its namesakes alike.
  return [...new Set(people.map(({ name }) => name))].map((name) => ({ name }))
}
