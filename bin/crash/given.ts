import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { givenPerson, givenSession } from '#lib/testing/wiki-people'
import { runChild } from '../bench/child.ts'
import { environmentOf } from '../bench/running-wiki.ts'
import type { Text } from './client.ts'

/** Editors with a session each. */
export async function givenEditors(sql: Sql, count: number, secret: string) {
  const people: { id: string; token: string }[] = []
  for (let at = 0; at < count; at++) {
    const { id } = await givenPerson(sql, 'editor', `编辑 ${at}`)
    people.push({ id, token: (await givenSession(sql, id, secret)).token })
  }
  return people
}

/** As many answers as are wanted, imported as a note. */
export async function givenAnswers(dataDir: string, sql: Sql, count: number): Promise<Text[]> {
  const folder = join(dataDir, '..', 'notes')
  mkdirSync(folder, { recursive: true })
  const questions = Array.from({ length: count }, (_, at) => `## 第 ${at} 问：什么是 TCP？\n\n三次握手。\n`)
  writeFileSync(join(folder, '断电.md'), `# 断电\n\n${questions.join('\n')}`)
  await runChild(process.execPath, ['bin/import.mjs', folder], { env: environmentOf(dataDir) }, 300)
  const rows = await sql<{ id: string; headId: string; markdown: string }[]>`
    select answer.id, head_revision_id as "headId", markdown from answer
    join revision on revision.id = head_revision_id order by answer.id`
  return rows.map(({ id, headId, markdown }) => ({ id, head: { id: headId, markdown } }))
}
