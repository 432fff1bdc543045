import { expect, test } from 'vitest'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenAnswers } from '#lib/testing/given-answers'
import { asGuest, signedIn } from '#lib/testing/people'
import { addComment } from './add-comment.ts'
import { listPeopleToMention } from './people-queries.ts'
import { findComment, listThreads } from './queries.ts'
import { findTalk, findTalkOf } from './talk-queries.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

async function given() {
  const member = await signedIn('member')
  const { entryId, entry } = await givenAnswers('等待 2MSL。')
  const on = { kind: 'entry' as const, id: entry }
  const { comment } = await addComment(member, { on, markdown: '为什么？' })
  return { member, entryId, on, comment }
}

test('in a wiki that is not public a guest reads no comment, nor what it is about, and a member both', async () => {
  const { member, on, comment } = await given()

  expect(await findComment(guest, comment)).toBeUndefined()
  await expect(findTalk(guest, on)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(findTalkOf(guest, comment)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await findComment(member, comment)).toMatchObject({ shortId: comment })
  expect(await findTalkOf(member, comment)).toMatchObject({ on })
})

test('guests say nothing and are told nobody’s name, whoever they say they are', async () => {
  const { member, entryId, on, comment } = await given()
  const nobody = asGuest(member)

  await expect(addComment(nobody, { on, markdown: '!' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listPeopleToMention(nobody, 'a')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await listThreads({ entryIds: [entryId] })).get(entryId)).toMatchObject([{ shortId: comment }])
})
