import { expect, test } from 'vitest'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { EntrySearch } from './input.ts'
import { searchEntries } from './search.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

test.each(['', 'tcp', 'tag:x', 'note:y is:unanswered', 'kanarienvogel'])(
  'a wiki that is not public tells a guest nothing about %j, and a member what there is',
  async (q) => {
    const asked = { ...EntrySearch.parse({ q }), places: true }

    await expect(searchEntries(guest, asked)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(searchEntries(await signedIn('member'), asked)).resolves.toMatchObject({ total: 0 })
  },
)
