import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { exportNote } from '#lib/notes/export-note'
import { importNote } from '#lib/notes/import-note'
import { readTexts } from '#lib/notes/previous'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { mergeEntries } from './merge.ts'
import { listMergedInto, originsOf } from './merge-queries.ts'
import { unmergeEntries } from './unmerge.ts'

testDatabase()

const network = '# 网络\n\n## 什么是惊群？\n\n都醒了，只有一个干活。\n\n## 什么是粘包？\n\n流没有边界。\n'
const nginx = '# Nginx\n\n## nginx 的惊群现象(2)\n\n用锁解决。\n\n## 什么是反向代理？\n'

async function imported(viewer: SignedIn, fileName: string, text: string) {
  const { noteId } = await importNote(viewer, { fileName, bytes: Buffer.from(text) })
  return { noteId, ...(await readTexts(database(), noteId)) }
}

test('a merged question keeps its lines in its note’s file, and the other note’s file stays as it is', async () => {
  const editor = await signedIn('editor')
  const [a, b] = [await imported(editor, '网络.md', network), await imported(editor, 'nginx.md', nginx)]
  const exported = async (noteId: string) => (await exportNote(editor, noteId)).bytes.toString()

  const first = await mergeEntries(editor, { from: b.entries[0]!.id, into: a.entries[0]!.id })
  expect(await exported(a.noteId)).toBe(network)
  expect(await exported(b.noteId)).toBe(nginx)

  // And so along a chain.
  await mergeEntries(editor, { from: a.entries[0]!.id, into: a.entries[1]!.id })
  expect(await exported(a.noteId)).toBe(network)
  expect(await exported(b.noteId)).toBe(nginx)

  await unmergeEntries(editor, { merge: first.mergeId })
  expect(await exported(a.noteId)).toBe(network)
  expect(await exported(b.noteId)).toBe(nginx)
})

test('a newer file still changes the answer that went over, and its readers see that', async () => {
  const editor = await signedIn('editor')
  const [a, b] = [
    await imported(editor, '网络2.md', network.replace('网络', '网络二')),
    await imported(editor, 'nginx2.md', nginx.replace('Nginx', 'Nginx 二')),
  ]
  await mergeEntries(editor, { from: b.entries[0]!.id, into: a.entries[0]!.id })
  const versionOf = async () =>
    (
      await database().execute<{ version: number }>(
        `select version from entry where id = '${a.entries[0]!.id}'`,
      )
    )[0]?.version
  const before = await versionOf()

  const newer = nginx.replace('Nginx', 'Nginx 二').replace('用锁解决。', '用 accept_mutex 解决。')
  await imported(editor, 'nginx2.md', newer)

  const [said] = await database().execute<{ markdown: string; entry_id: string }>(`
    select revision.markdown, answer.entry_id from answer join revision on revision.id = head_revision_id
    where answer.id = '${b.answers[0]!.id}'`)
  expect(said).toEqual({ markdown: '用 accept_mutex 解决。', entry_id: a.entries[0]!.id })
  expect(await versionOf()).toBeGreaterThan(before ?? 0)
})

test('a new answer in a newer file is read where its question has gone, goes home with it, and the file stays as it is', async () => {
  const editor = await signedIn('editor')
  const [first, second] = [network.replace('网络', '网络三'), nginx.replace('Nginx', 'Nginx 三')]
  const [a, b] = [await imported(editor, '网络3.md', first), await imported(editor, 'nginx3.md', second)]
  // Along a chain: the one without an answer into the other one of its file, and that one into the first.
  const [herd, proxy] = [b.entries[0]!, b.entries[1]!]
  const inner = await mergeEntries(editor, { from: proxy.id, into: herd.id })
  const outer = await mergeEntries(editor, { from: herd.id, into: a.entries[0]!.id })
  const newer = second.replace('什么是反向代理？\n', '什么是反向代理？\n\n替后面的服务器接请求。\n')

  const { noteId } = await imported(editor, 'nginx3.md', newer)

  const placeOf = async (markdown: string) => {
    const [row] = await database().execute<{ id: string; entry_id: string }>(sql`
      select answer.id, answer.entry_id from answer join revision on revision.id = head_revision_id where markdown = ${markdown}`)
    return row
  }
  const answer = await placeOf('替后面的服务器接请求。')
  expect(answer?.entry_id).toBe(a.entries[0]!.id)
  expect(originsOf(await listMergedInto(a.entries[0]!.id)).get(answer?.id ?? '')?.title).toBe(
    '什么是反向代理？',
  )
  const exported = async (id: string) => (await exportNote(editor, id)).bytes.toString()
  expect([await exported(noteId), await exported(a.noteId)]).toEqual([newer, first])

  await unmergeEntries(editor, { merge: outer.mergeId })
  expect((await placeOf('替后面的服务器接请求。'))?.entry_id).toBe(herd.id)
  await unmergeEntries(editor, { merge: inner.mergeId })
  expect((await placeOf('替后面的服务器接请求。'))?.entry_id).toBe(proxy.id)
  expect([await exported(noteId), await exported(a.noteId)]).toEqual([newer, first])
})
