import { expect, test } from 'vitest'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenAnswers } from '#lib/testing/given-answers'
import { signedIn } from '#lib/testing/people'
import { followPage } from './follow.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

test('in a wiki that is not public a guest hears of no change, a member does, and each is looked at again', async () => {
  const { entryId } = await givenAnswers('一。')
  const member = await signedIn('member')
  const [unheard, heard] = [
    await followPage(entryId, async () => guest),
    await followPage(entryId, async () => member),
  ]

  expect(await unheard.look()).toBeUndefined()
  expect(await heard.look()).toMatchObject({ texts: [{ kind: 'entry' }, { kind: 'answer' }] })
  expect(heard.isPerishable).toBe(true)
})
