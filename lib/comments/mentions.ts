import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { person } from '#db/schema/people'

const mostMentions = 20
const longestName = 80

/** The people whom a text names with `@`, in order, without those who are suspended. Of several names that fit, the longest is meant. */
export async function findMentioned(tx: Transaction, markdown: string): Promise<string[]> {
  const stretches = textsAfterAt(markdown)
  if (stretches.length === 0) return []
  const people = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(
        eq(person.kind, 'person'),
        isNull(person.suspendedAt),
        sql`exists (select from unnest(${sql.param(stretches)}::text[]) after where starts_with(lower(after), lower(${person.name})))`,
      ),
    )
  return [...new Set(stretches.flatMap((stretch) => namedIn(stretch, people)))]
}

/** What follows each `@` that begins a word outside code, as far as a name may reach. */
export function textsAfterAt(markdown: string): string[] {
  const prose = markdown.replace(/(```|~~~)[\s\S]*?(?:\1|$)/g, ' ').replace(/(`+)[\s\S]*?\1/g, ' ')
  return [...prose.matchAll(/(?<![\w.@＠])[@＠](?=[^\s@＠])/g)]
    .slice(0, mostMentions)
    .map(({ index }) => prose.slice(index + 1, index + 1 + longestName).normalize('NFC'))
}

/** The people with the longest of the names that this begins with: several where they share it. */
export function namedIn(stretch: string, people: { id: string; name: string }[]): string[] {
  const fitting = people.filter(({ name }) => beginsWith(stretch, name))
  const longest = Math.max(...fitting.map(({ name }) => name.length))
  return fitting.filter(({ name }) => name.length === longest).map(({ id }) => id)
}

/** A name in Latin letters ends where a word does: `@Anna` does not name Ann. */
function beginsWith(stretch: string, name: string): boolean {
  if (!stretch.toLowerCase().startsWith(name.toLowerCase())) return false
  const wordy = /[\p{Script=Latin}\p{N}_]/u
  return !(wordy.test(name.at(-1) ?? '') && wordy.test(stretch.charAt(name.length)))
}
