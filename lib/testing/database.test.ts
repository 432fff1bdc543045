import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { testDatabase } from './database.ts'

testDatabase()

test('a test file has an empty, migrated database of its own, with the rights of the application', async () => {
  const rows = await database().select({ id: person.id }).from(person)
  const [who] = await database().execute(sql`select current_user as name, current_database() as database`)
  expect(rows).toEqual([])
  expect(who?.name).toBe('errata_app')
  expect(who?.database).toMatch(/^test_/)
})
