import { conceptsNow } from '#lib/search/concepts'
import { readQuestions, readVersions } from './read-questions.ts'
import { indexTitles, type TitleIndex } from './title-index.ts'

let kept: { index: TitleIndex; versions: Map<string, number> } | undefined

/**
 * All titles as they stand, for comparing with each. They stay in this process, and only what changed since the last time is read:
 * cutting 10,000 anew takes half a second. Synonyms must be loaded.
 */
export async function titlesNow(): Promise<TitleIndex> {
  const versions = await readVersions()
  if (kept?.index.concepts !== conceptsNow())
    kept = { index: await indexTitles(await readQuestions([...versions.keys()])), versions }
  const { index, versions: known } = kept
  const changed = [...versions].flatMap(([id, version]) => (known.get(id) === version ? [] : id))
  if (changed.length > 0) for (const question of await readQuestions(changed)) index.take(question)
  for (const id of known.keys()) if (!versions.has(id)) index.drop(id)
  kept = { index, versions }
  return index
}
