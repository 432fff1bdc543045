import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase } from '#db/client'

/**
 * Call at the top of a test file: `database()` then is an empty, migrated database of that file's own, used with the
 * application's rights, and dropped after its last test.
 */
export function testDatabase(): void {
  const name = `test_${randomBytes(6).toString('hex')}`
  beforeAll(async () => {
    await asSuperuser((sql) => sql.unsafe(`create database ${name} template errata owner errata_owner`))
    const url = new URL(inject('applicationUrl'))
    url.pathname = `/${name}`
    process.env.DATABASE_URL = url.href
  })
  afterAll(async () => {
    await closeDatabase()
    await asSuperuser((sql) => sql.unsafe(`drop database ${name} with (force)`))
  })
}

async function asSuperuser(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject('superuserUrl'), { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
