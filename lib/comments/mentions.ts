import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { person } from '#db/schema/people'
import { Refusal } from '#lib/refusal'
import { mentionOf, namesInHtml, withNames, writtenMentions } from '#lib/text/mention'

const mostMentions = 20
const longestName = 80

type Named = { id: string; shortId: string; name: string }

/**
 * A text whose bare `@Name`s say for good who is meant, and the people it names, without those who are suspended. Of several names
 * that fit, the longest is meant. Throws Refusal `invalid` with the reason `namesakes` where several people have that name.
 */
export async function nameForGood(
  reader: Reader,
  markdown: string,
): Promise<{ markdown: string; personIds: string[] }> {
  const begun = namesBegun(markdown)
  const [fitting, linked] = await Promise.all([
    listFitting(
      reader,
      begun.map(({ stretch }) => stretch),
    ),
    listByShortIds(
      reader,
      writtenMentions(markdown).map(({ shortId }) => shortId),
    ),
  ])
  const named: Named[] = []
  let [text, end] = ['', 0]
  for (const { at, stretch } of begun) {
    const meant = namedIn(stretch, fitting)
    if (!meant) continue
    const { people, length } = meant
    const [one, other] = people
    if (other) throw new Refusal('invalid', 'Several people have this name.', namesakes(other.name))
    if (!one) continue
    named.push(one)
    text += markdown.slice(end, at) + mentionOf(one)
    end = at + 1 + length
  }
  const personIds = [...named, ...linked.filter(({ isSuspended }) => !isSuspended)].map(({ id }) => id)
  return { markdown: text + markdown.slice(end), personIds: [...new Set(personIds)] }
}

const namesakes = (name: string) => ({ field: 'markdown', reason: 'namesakes', name })

/** The same text as somebody would type it: names alone, wherever they say who is meant. */
export async function asTyped(reader: Reader, markdown: string): Promise<string> {
  const people = await listByShortIds(
    reader,
    writtenMentions(markdown).map(({ shortId }) => shortId),
  )
  const nameOf = new Map(people.map(({ shortId, name }) => [shortId, name]))
  const write = (as: (one: { shortId: string; name: string }) => string) =>
    writtenMentions(markdown).reduceRight((text, { at, length, shortId }) => {
      const name = nameOf.get(shortId)
      return name ? text.slice(0, at) + as({ shortId, name }) + text.slice(at + length) : text
    }, markdown)
  const [bare, whole] = [write(({ name }) => `@${name}`), write(mentionOf)]
  const again = await nameForGood(reader, bare).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  return again?.markdown === whole ? bare : whole
}

/** Rendered comments with the names that the people named in them have now. */
export async function withPresentNames<Row extends { html: string }>(
  reader: Reader,
  rows: Row[],
): Promise<Row[]> {
  const people = await listByShortIds(reader, [...new Set(rows.flatMap(({ html }) => namesInHtml(html)))])
  const nameOf = new Map(people.map(({ shortId, name }) => [shortId, name]))
  return rows.map((row) => ({ ...row, html: withNames(row.html, nameOf) }))
}

async function listFitting(reader: Reader, stretches: string[]): Promise<Named[]> {
  if (stretches.length === 0) return []
  return reader
    .select({ id: person.id, shortId: person.shortId, name: person.name })
    .from(person)
    .where(
      and(
        eq(person.kind, 'person'),
        isNull(person.suspendedAt),
        sql`exists (select from unnest(${sql.param(stretches.map(folded))}::text[]) after where starts_with(after, lower(${person.name})))`,
      ),
    )
}

async function listByShortIds(reader: Reader, shortIds: string[]) {
  if (shortIds.length === 0) return []
  return reader
    .select({
      id: person.id,
      shortId: person.shortId,
      name: person.name,
      isSuspended: sql<boolean>`${person.suspendedAt} is not null`,
    })
    .from(person)
    .where(and(eq(person.kind, 'person'), inArray(person.shortId, shortIds.slice(0, 1_000))))
}

/** Where an `@` begins a word outside code and written mentions, and what follows it, as far as a name may reach. */
export function namesBegun(markdown: string): { at: number; stretch: string }[] {
  const blank = (text: string) => ' '.repeat(text.length)
  let prose = markdown.replace(/(```|~~~)[\s\S]*?(?:\1|$)/g, blank).replace(/(`+)[\s\S]*?\1/g, blank)
  for (const { at, length } of writtenMentions(markdown))
    prose = prose.slice(0, at) + ' '.repeat(length) + prose.slice(at + length)
  return [...prose.matchAll(/(?<![\w.@＠])[@＠](?=[^\s@＠])/g)]
    .slice(0, mostMentions)
    .map(({ index }) => ({ at: index, stretch: prose.slice(index + 1, index + 1 + longestName) }))
}

/** The people with the longest of the names that this begins with, several where they share it, and how long it is written here. */
export function namedIn<One extends { name: string }>(
  stretch: string,
  people: One[],
): { people: One[]; length: number } | undefined {
  const fitting = people.flatMap((one) => {
    const length = lengthOf(one.name, stretch)
    return length === undefined ? [] : [{ one, length }]
  })
  if (fitting.length === 0) return undefined
  const length = Math.max(...fitting.map((each) => each.length))
  return { people: fitting.filter((each) => each.length === length).map(({ one }) => one), length }
}

/** How many letters of a text write a name. A name in Latin letters ends where a word does: `@Anna` does not name Ann. */
function lengthOf(name: string, stretch: string): number | undefined {
  const wanted = folded(name)
  for (let length = 1; length <= stretch.length; length++) {
    if (folded(stretch.slice(0, length)) !== wanted) continue
    const wordy = /[\p{Script=Latin}\p{N}_]/u
    return wordy.test(name.at(-1) ?? '') && wordy.test(stretch.charAt(length)) ? undefined : length
  }
  return undefined
}

/** Names are kept in this form. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase()
