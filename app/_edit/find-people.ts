import type { FoundPerson } from '../_editor/editor-props.ts'

/** The people that `@` offers for what is typed so far. */
export async function findPeople(begun: string): Promise<FoundPerson[]> {
  const answer = await fetch(`/api/names?${new URLSearchParams({ begun })}`)
  if (!answer.ok) return []
  const { names }: { names: string[] } = await answer.json()
  return names.map((name) => ({ name }))
}
