import { loadSynonyms } from '#lib/search/team-synonyms'
import { likeness, threshold } from './likeness.ts'
import { indexedOf } from './title-index.ts'
import { titlesNow } from './titles-now.ts'

/** The ids of the questions here that probably ask the same as each of these titles, the likeliest first; told by titles and sections alone. */
export async function findLike(titles: string[], most: number): Promise<string[][]> {
  await loadSynonyms()
  const index = await titlesNow()
  return titles.map((title) => {
    const asked = indexedOf(index.concepts, { id: '', title, aliases: [], section: '', sectionId: '' })
    return index
      .near(asked)
      .map((one) => ({ id: one.id, score: likeness(index, asked, one) }))
      .filter(({ score }) => score >= threshold)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ id }) => id)
  })
}
