import { expect, test } from 'vitest'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { listPeopleToMention } from './people-queries.ts'

testDatabase()

test('people to mention are those whose names begin so, then those with a word that does; without the suspended', async () => {
  // given
  const one = await signedIn('member')
  for (const name of ['Zoe Lin', 'Mia Zoe', 'Zoe Gone', '佐伊', '佐伊'])
    await database()
      .insert(person)
      .values({ name, suspendedAt: name === 'Zoe Gone' ? new Date() : null })
  const shortId = expect.stringMatching(/^\w{10}$/)
  // when, then
  expect(await listPeopleToMention(one, 'zo')).toEqual([
    { name: 'Zoe Lin', shortId, writes: '@Zoe Lin', since: null },
    { name: 'Mia Zoe', shortId, writes: '@Mia Zoe', since: null },
  ])
  const namesake = {
    name: '佐伊',
    shortId,
    writes: expect.stringMatching(/^\[@佐伊\]\(\/people\/\w{10}\)$/),
    since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  }
  expect(await listPeopleToMention(one, '佐')).toEqual([namesake, namesake])
})
