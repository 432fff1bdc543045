import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { mergeEntries } from './merge.ts'
import { unmergeEntries } from './unmerge.ts'

testDatabase()

/** Everything that hangs on questions, without what only says when they last changed. */
async function everything() {
  const tables = [
    'answer',
    'vote',
    'comment',
    'revision',
    'revision_link',
    'entry_alias',
    'entry_tag',
    'encounter',
    'watch',
    'standard_answer',
  ]
  const rows = await Promise.all(
    tables.map((table) =>
      database().execute<{ row: string }>(
        sql`select to_jsonb(row)::text as row from ${sql.identifier(table)} row order by 1`,
      ),
    ),
  )
  const entries = await database().execute<{ row: string }>(
    sql`select (to_jsonb(row) - 'version' - 'changed_at')::text as row from entry row order by 1`,
  )
  return [...rows.flat(), ...entries].map(({ row }) => row)
}

async function givenEntries(people: SignedIn[]): Promise<string[]> {
  const { id: noteId } = await givenNote()
  return database().transaction(async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) {
      const { id, answerIds } = await givenEntry(tx, {
        noteId,
        title: `问题 ${n}`,
        answers: Array.from({ length: n % 3 }, (_, at) => ({ markdown: `答案 ${n} ${at}` })),
        // Some share a name, so that uniting finds it there already.
        aliases: n % 2 === 0 ? ['同名'] : [`别名 ${n}`],
      })
      ids.push(id)
      await tx.execute(
        sql`insert into tag (id, key, name) values (gen_random_uuid(), ${`t${n % 2}`}, ${`t${n % 2}`}) on conflict do nothing`,
      )
      await tx.execute(sql`insert into entry_tag select ${id}, id from tag where key = ${`t${n % 2}`}`)
      await tx.execute(sql`insert into encounter (id, entry_id, precision, mark, reported_by) values
        (gen_random_uuid(), ${id}, 'unknown', '(2)', ${people[0]!.id}), (gen_random_uuid(), ${id}, 'unknown', null, ${people[1]!.id})`)
      await tx.execute(
        sql`insert into watch (id, person_id, entry_id, muted) values (gen_random_uuid(), ${people[n % 3]!.id}, ${id}, ${n === 3})`,
      )
      await tx.execute(
        sql`insert into comment (id, short_id, entry_id, author_id) values (gen_random_uuid(), ${`c${n}`.padEnd(10, '0')}, ${id}, ${people[2]!.id})`,
      )
      for (const answerId of answerIds) {
        await tx.execute(sql`insert into vote (person_id, answer_id, value, revision_id)
          select ${people[1]!.id}, id, -1, head_revision_id from answer where id = ${answerId}`)
        await tx.execute(sql`insert into standard_answer (entry_id, answer_id, revision_id, chosen_by)
          select entry_id, id, head_revision_id, ${people[0]!.id} from answer where id = ${answerId} on conflict do nothing`)
      }
    }
    return ids
  })
}

test('whatever is merged into whatever, and taken apart in whatever order: every vote, revision and link is back', async () => {
  const people = [await signedIn('editor'), await signedIn('member'), await signedIn('member')]
  const [editor] = people
  const ids = await givenEntries(people)
  const before = await everything()
  const step = fc.tuple(fc.nat(4), fc.nat(4))

  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      async (steps, order) => {
        const merges: string[] = []
        for (const [from, into] of steps) {
          try {
            merges.push((await mergeEntries(editor!, { from: ids[from]!, into: ids[into]! })).mergeId)
          } catch (error) {
            // With itself, or with what is merged already: refused, and that must change nothing either.
            if (!(error instanceof Refusal)) throw error
          }
        }
        for (const n of order) {
          const [one] = merges.splice(n % Math.max(1, merges.length), 1)
          if (one) await unmergeEntries(editor!, { merge: one })
        }
        for (const one of merges.splice(0)) await unmergeEntries(editor!, { merge: one })

        expect(await everything()).toEqual(before)
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)
