import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrateDatabase } from './migrate.ts'

const migrations = join(import.meta.dirname, '..', 'drizzle')

async function emptyDatabase(encoding = 'UTF8'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const sql = postgres(inject('superuserUrl'), { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${name} template template0 encoding '${encoding}' locale 'C'`)
  onTestFinished(async () => {
    await sql.unsafe(`drop database ${name} with (force)`)
    await sql.end()
  })
  const url = new URL(inject('superuserUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

/** The committed migrations and one of a future program. */
function newerMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'errata-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(migrations, folder, { recursive: true })
  const file = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_future' })
  writeFileSync(file, JSON.stringify(journal))
  writeFileSync(join(folder, '9999_future.sql'), 'create table future (id int)')
  return folder
}

test('several programs that start at once migrate an empty database once', async () => {
  const url = await emptyDatabase()

  await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url, migrations)))

  const [{ count } = {}] = await query(url, 'select count(*)::int from drizzle.__drizzle_migrations')
  expect(count).toBe(readdirSync(migrations).filter((name) => name.endsWith('.sql')).length)
})

test('migrating again changes nothing', async () => {
  const url = await emptyDatabase()
  await migrateDatabase(url, migrations)

  await migrateDatabase(url, migrations)

  const [{ count } = {}] = await query(url, 'select count(*)::int from drizzle.__drizzle_migrations')
  expect(count).toBe(readdirSync(migrations).filter((name) => name.endsWith('.sql')).length)
})

test('an older program is refused by a newer schema and leaves it alone', async () => {
  const url = await emptyDatabase()
  await migrateDatabase(url, newerMigrations())

  const older = migrateDatabase(url, migrations)

  await expect(older).rejects.toThrow('The database has a newer schema than this program.')
  expect(await query(url, `select to_regclass('future') is not null as kept`)).toEqual([{ kept: true }])
})

test('a newer program brings an older schema up to date and keeps its rows', async () => {
  const url = await emptyDatabase()
  await migrateDatabase(url, migrations)
  await query(url, `insert into tag (id, key, name) values (gen_random_uuid(), 'kept', 'kept')`)

  await migrateDatabase(url, newerMigrations())

  expect(await query(url, `select name, to_regclass('future') is not null as future from tag`)).toEqual([
    { name: 'kept', future: true },
  ])
})

test('a database in another encoding is refused before anything is written', async () => {
  const url = await emptyDatabase('SQL_ASCII')

  const refused = migrateDatabase(url, migrations)

  await expect(refused).rejects.toThrow('must be encoded as UTF8; this one is SQL_ASCII')
  expect(await query(url, `select to_regclass('note') is null as untouched`)).toEqual([{ untouched: true }])
})

test('a migration that fails leaves the schema as it was', async () => {
  const url = await emptyDatabase()
  const folder = newerMigrations()
  writeFileSync(
    join(folder, '9999_future.sql'),
    'create table future (id int);\n--> statement-breakpoint\nselect 1 / 0',
  )
  await migrateDatabase(url, migrations)

  await expect(migrateDatabase(url, folder)).rejects.toThrow()

  expect(await query(url, `select to_regclass('future') is null as untouched`)).toEqual([{ untouched: true }])
})

test('an unreachable server is named without its password', async () => {
  const refused = migrateDatabase('postgres://errata:secret@127.0.0.1:1/wiki', migrations)

  await expect(refused).rejects.toThrow(/wiki at 127\.0\.0\.1:1 cannot be used.*ECONNREFUSED/)
  await expect(refused).rejects.not.toThrow('secret')
})

test("the application's role works with every table and changes nothing that is append-only", async () => {
  const url = await emptyDatabase()

  await migrateDatabase(url, migrations, 'errata_app')

  const rows = await query(
    url,
    `select relname as name, has_table_privilege('errata_app', c.oid, 'insert') as may_add,
       has_table_privilege('errata_app', c.oid, 'update') or has_table_privilege('errata_app', c.oid, 'delete') as may_change
     from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const kept = rows.filter((row) => !row.may_change).map((row) => row.name)
  expect(rows.every((row) => row.may_add)).toBe(true)
  expect(kept.sort()).toEqual([
    'audit',
    'comment_text',
    'correction_rev',
    'correction_step',
    'import_conflict',
    'note_import',
    'note_piece',
    'revision',
    'revision_coauthor',
    'revision_link',
  ])
})
