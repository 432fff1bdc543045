import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { ask, databaseProcesses } from '#lib/testing/database-process'
import { makeBundles } from './prepare/bundles.mjs'

const { preparedDataDir, open } = databaseProcesses()
const questions = 200

beforeAll(() => makeBundles(['import', 'render-worker']))

/** A note long enough that its transaction can be met half-way. */
function writeNote(folder: string, name: string): string {
  const path = join(folder, name)
  const entries = Array.from(
    { length: questions },
    (_, at) => `## ${name} 第 ${at} 问：什么是 TCP？\n\n答案 ${at}：三次握手。\n`,
  )
  writeFileSync(path, `# ${name}\n\n${entries.join('\n')}`)
  return path
}

function startImport(dataDir: string, path: string): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  return spawn(process.execPath, [join(import.meta.dirname, 'import.mjs'), path], {
    env: { ...env, DATA_DIR: dataDir },
    stdio: 'ignore',
  })
}

/** Returns once an import has written its first row and not committed, or has ended before anybody looked. */
async function midway(url: string | undefined, importing: ChildProcess): Promise<void> {
  const writing = `select 1 from pg_stat_activity where application_name = 'errata' and backend_xid is not null`
  while (importing.exitCode === null && (await ask(url, writing)).length === 0);
}

const ended = async (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || (await once(child, 'exit'))

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** What is there of a file, and what is there of no file at all. */
const census = (name: string) => `
  with mine as (select id, note_id from note_import where file_name = '${name}'),
    written as (select e.id from entry e join mine on mine.note_id = e.note_id)
  select (select count(*)::int from mine) as imports,
    (select count(*)::int from written) as entries,
    (select count(*)::int from answer where entry_id in (select id from written)) as answers,
    (select count(distinct entry_id)::int from revision where entry_id in (select id from written)) as titles,
    (select count(*)::int from note where id not in (select note_id from note_import)) as strays,
    (select count(*)::int from revision r where not exists
      (select 1 from entry where head_revision_id = r.id union all select 1 from answer where head_revision_id = r.id
       union all select 1 from section where head_revision_id = r.id)) as lost`

const nothing = { imports: 0, entries: 0, answers: 0, titles: 0, strays: 0, lost: 0 }
const whole = { ...nothing, imports: 1, entries: questions, answers: questions, titles: questions }

type Victim = 'program' | 'database' | 'both'

const rounds: { victim: Victim; wait: number }[] = [0, 120].flatMap((wait) =>
  (['program', 'database', 'both'] as const).map((victim) => ({ victim, wait })),
)

test('an import that is killed has brought in its whole file or nothing of it, and can be given again', async () => {
  const dataDir = preparedDataDir()
  const outcomes: unknown[] = []
  for (const [at, { victim, wait }] of rounds.entries()) {
    const witness = await open(dataDir, 'visitor')
    const name = `note-${at}.md`
    const path = writeNote(dirname(dataDir), name)
    const importing = startImport(dataDir, path)

    await midway(witness.url, importing)
    await sleep(wait)
    if (victim !== 'database') importing.kill('SIGKILL')
    if (victim !== 'program') process.kill(postmasterOf(dataDir), 'SIGKILL')
    await ended(importing)

    const [afterwards] = await ask(witness.url, census(name), 100)
    outcomes.push(afterwards)
    expect([nothing, whole]).toContainEqual(afterwards)
    await ended(startImport(dataDir, path))
    expect(await ask(witness.url, census(name), 100)).toEqual([whole])
    await witness.end('SIGTERM')
  }
  // Else no kill met an import half-way, and nothing was shown.
  expect(outcomes).toContainEqual(nothing)
}, 300_000)
