import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { correction, correctionRev } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import { queueForIndexing } from '#lib/search/outbox'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, link, seen } from '#lib/testing/given-correction'
import { importRealNotes } from '#lib/testing/import-real-notes'
import { realNotes } from '#lib/testing/notes'
import { signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'
import { listElsewhere } from './elsewhere-queries.ts'

testDatabase()
const notes = realNotes()

beforeAll(importRealNotes)

/** The answer in which words stand, of the notes whose file name begins so. */
async function answerSaying(words: string, file = '') {
  const [row] = await database()
    .select({ id: answer.id, baseId: revision.id, markdown: revision.markdown })
    .from(answer)
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(
      and(
        sql`strpos(${revision.markdown}, ${words}) > 0`,
        file === ''
          ? undefined
          : sql`exists (select from note_import where note_id = ${note.id} and starts_with(file_name, ${file}))`,
      ),
    )
  if (!row) throw new Error(`Nothing says ${words}.`)
  return row
}

const spreadOf = (id: string) =>
  database()
    .select({
      id: correction.id,
      state: correction.state,
      authorId: correction.authorId,
      answerId: correction.answerId,
      markdown: correctionRev.markdown,
      evidence: correctionRev.evidence,
    })
    .from(correction)
    .innerJoin(correctionRev, eq(correctionRev.correctionId, correction.id))
    .where(eq(correction.spreadFromId, id))

async function accepted(of: { id: string; baseId: string }, markdown: string) {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const { id } = await givenCorrection(author, of, markdown, { kind: 'fact', evidence: link })
  await decide(editor, { ...(await seen(id)), verdict: 'accept', reason: '' })
  return { id, author, editor }
}

test.skipIf(!notes)('epoll and mmap: corrected in one note, proposed in the other', async () => {
  const wrong = await answerSaying('利用mmap()文件映射内存加速与内核空间的消息传递，减少拷贝开销。', '000')
  const right = wrong.markdown.replace(
    '利用mmap()文件映射内存加速与内核空间的消息传递，减少拷贝开销。',
    'epoll_wait 只把就绪的事件复制到用户态，并不使用 mmap()。',
  )

  const { id, author } = await accepted(wrong, right)

  const other = await answerSaying('即epoll使用mmap减少复制开销', '003')
  const spread = await spreadOf(id)
  expect(spread).toMatchObject([{ answerId: other.id, state: 'open', authorId: author.id }])
  expect(spread[0]?.evidence).toEqual(link)
  expect(spread[0]?.markdown).toBe(
    other.markdown.replace(
      '内存拷贝，利用mmap()文件映射内存加速与内核空间的消息传递；',
      '内存拷贝，epoll_wait 只把就绪的事件复制到用户态，并不使用 mmap()；',
    ),
  )
})

test.skipIf(!notes)('pipes: corrected in one note, proposed in the other with its marks', async () => {
  const wrong = await answerSaying('只有父子进程能通讯', '002')

  const { id } = await accepted(
    wrong,
    wrong.markdown.replace('只有父子进程能通讯', '只有共同继承了描述符的进程能通讯'),
  )

  const other = await answerSaying('只有父子进程能通讯', '004')
  expect(await spreadOf(id)).toMatchObject([
    {
      answerId: other.id,
      markdown: other.markdown.replace('只有父子进程能通讯', '只有共同继承了描述符的进程能通讯'),
    },
  ])
})

test.skipIf(!notes)(
  'repeatable read and phantoms: proposed in the other note, which says it in other words',
  async () => {
    const wrong = await answerSaying('(无法解决幻读)', '001')
    const right = '快照读看不到幻影行,当前读由 next-key 锁防止幻读'
    const author = await signedIn('member')
    const { id } = await givenCorrection(author, wrong, wrong.markdown.replace('无法解决幻读', right), {
      kind: 'fact',
      evidence: link,
    })
    const elsewhere = await listElsewhere(author, id)
    await decide(await signedIn('editor'), { ...(await seen(id)), verdict: 'accept', reason: '' })

    expect(elsewhere).toMatchObject([{ entryTitle: '事务隔离的四个级别', sentence: '但是会出现幻读问题 `' }])
    const other = await answerSaying('但是会出现幻读问题', '004')
    expect(await spreadOf(id)).toMatchObject([
      { answerId: other.id, state: 'open', markdown: other.markdown.replace('但是会出现幻读问题', right) },
    ])
  },
)

test('in other words a claim is found, a slip of the pen and a claim about something else are not', async () => {
  const wrong = '读已提交：每次读取都生成新的快照，所以无法避免死锁。'
  const [one, two] = [await givenIndexed(wrong), await givenIndexed(wrong)]
  await givenIndexed('**读已提交**：加锁的顺序不定，仍然会发生死锁')
  await givenIndexed('**可串行化**：加锁的顺序不定，仍然会发生死锁')
  await givenIndexed('读已提交：加锁的顺序不定，但不会发生死锁')
  const mended = (kind: 'fact' | 'typo') => ({ kind, evidence: kind === 'fact' ? link : [] })
  const author = await signedIn('member')
  const propose = async (at: typeof one, kind: 'fact' | 'typo') =>
    (
      await givenCorrection(
        author,
        at,
        wrong.replace('所以无法避免死锁', '死锁由引擎检测并回滚'),
        mended(kind),
      )
    ).id

  const [claim, slip] = [await propose(one, 'fact'), await propose(two, 'typo')]

  const sentences = async (id: string) =>
    (await listElsewhere(author, id)).map(({ sentence }) => sentence).toSorted()
  expect(await sentences(claim)).toEqual(['**读已提交**：加锁的顺序不定，仍然会发生死锁', wrong])
  expect(await sentences(slip)).toEqual([wrong])
})

test('what says the right thing already, and what merely looks alike, is left alone', async () => {
  const wrong = await givenIndexed('HTTP 有方法。阻塞控制由发送方的窗口大小来实现和调节。')
  const right = await givenIndexed('说对了的：拥塞控制由发送方的窗口大小来实现和调节。')
  const other = await givenIndexed('流量控制由接收方的窗口大小来实现和调节。')
  const same = await givenIndexed('又一处：\n\n- 阻塞控制由发送方的 **窗口大小** 来实现和调节。')

  const { id } = await accepted(wrong, 'HTTP 有方法。拥塞控制由发送方的窗口大小来实现和调节。')

  const spread = await spreadOf(id)
  expect(spread.map(({ answerId }) => answerId)).toEqual([same.id])
  expect(spread[0]?.markdown).toBe('又一处：\n\n- 拥塞控制由发送方的 **窗口大小** 来实现和调节。')
  for (const { id: answerId } of [right, other])
    expect(await database().$count(correction, eq(correction.answerId, answerId))).toBe(0)
})

test('a claim comes to a text once, whatever became of it there', async () => {
  const [one, two, three] = [
    await givenIndexed('索引的默认结构被说成是平衡的搜索二叉树结构。'),
    await givenIndexed('- 索引的默认结构被说成是平衡的搜索二叉树结构。'),
    await givenIndexed('> 索引的默认结构被说成是平衡的搜索二叉树结构。'),
  ]
  const { id, editor } = await accepted(one, '索引的默认结构是多路平衡的 B+ 树结构。')
  const first = await spreadOf(id)
  expect(first.map(({ answerId }) => answerId).sort()).toEqual([two.id, three.id].sort())
  const atThree = first.find(({ answerId }) => answerId === three.id)
  const atTwo = first.find(({ answerId }) => answerId === two.id)
  await decide(editor, {
    ...(await seen(atThree!.id)),
    verdict: 'reject',
    rejection: 'out_of_scope',
    reason: '引文',
    duplicateOf: null,
  })

  await decide(editor, { ...(await seen(atTwo!.id)), verdict: 'accept', reason: '' })

  expect(await spreadOf(id)).toHaveLength(2)
  expect(await spreadOf(atTwo!.id)).toHaveLength(0)
})

test('where its author has another correction open, whoever accepted it brings the claim', async () => {
  const [one, two] = [
    await givenIndexed('守护线程会在主线程结束之后继续运行下去的。'),
    await givenIndexed('守护线程会在主线程结束之后继续运行下去的。另一句话。'),
  ]
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  await givenCorrection(author, two, '守护线程会在主线程结束之后继续运行下去的。另一句好话。', {
    kind: 'addition',
  })
  const { id } = await givenCorrection(author, one, '守护线程会在主线程结束之时被强制终止。', {
    kind: 'fact',
    evidence: link,
  })

  await decide(editor, { ...(await seen(id)), verdict: 'accept', reason: '' })

  expect(await spreadOf(id)).toMatchObject([{ answerId: two.id, authorId: editor.id }])
})

test('where somebody proposes something about that sentence, nothing is added', async () => {
  const [one, two] = [
    await givenIndexed('协程返回的数据总是按照调用的先后次序排列的。'),
    await givenIndexed('协程返回的数据总是按照调用的先后次序排列的。另一句话。'),
  ]
  const other = await signedIn('member')
  await givenCorrection(other, two, '协程返回数据的次序不定。另一句话。', { kind: 'addition' })

  const { id } = await accepted(one, '协程返回的数据按照完成的先后次序排列。')

  expect(await spreadOf(id)).toEqual([])
})

async function givenIndexed(markdown: string) {
  const given = await givenAnswer(markdown)
  await database().transaction((tx) => queueForIndexing(tx, [given.entryId]))
  return given
}
