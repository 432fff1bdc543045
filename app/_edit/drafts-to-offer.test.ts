import { expect, test } from 'vitest'
import type { KeptHere } from './draft-store.ts'
import { draftsToOffer } from './drafts-to-offer.ts'
import type { Draft, Head } from './version.ts'

const head: Head = { id: 'head', number: 3, title: null, markdown: 'saved' }
const server = (markdown: string, savedAt: number): Draft => ({
  title: null,
  markdown,
  baseId: 'head',
  savedAt,
})
const here = (markdown: string, savedAt: number, part: Partial<KeptHere> = {}): KeptHere => ({
  ...server(markdown, savedAt),
  isSent: false,
  serverSavedAt: null,
  ...part,
})
const offered = (...given: Parameters<typeof draftsToOffer>) =>
  draftsToOffer(...given).map(({ markdown }) => markdown)

test('without a draft there is nothing to offer', () => {
  expect(offered(head, undefined, null)).toEqual([])
})

test('a draft that says what is saved anyway is none', () => {
  expect(offered(head, here('saved', 1), server('saved', 2))).toEqual([])
})

test('what the server has is offered once, also when this browser has it too', () => {
  expect(offered(head, here('draft', 5, { isSent: true, serverSavedAt: 6 }), server('draft', 6))).toEqual([
    'draft',
  ])
})

test('what the server never got is offered alone when it stands on what the server has, whatever the clocks say', () => {
  expect(offered(head, here('newer', 1, { serverSavedAt: 6 }), server('draft', 6))).toEqual(['newer'])
})

test('what reached the server while the page was on its way is shown, not what was there before', () => {
  expect(offered(head, here('now', 5, { isSent: true, serverSavedAt: 8 }), server('before', 6))).toEqual([
    'now',
  ])
})

test('what another tab had of the same text is offered beside it, until both are saved or given up', () => {
  const beside = server('other tab', 4)
  expect(offered(head, here('mine', 5, { beside }), server('old', 1))).toEqual(['mine', 'other tab'])
  const sent = here('mine', 5, { isSent: true, serverSavedAt: 6, beside })
  expect(offered(head, sent, server('mine', 6))).toEqual(['mine', 'other tab'])
  expect(offered(head, sent, null)).toEqual([])
})

test('of two that went different ways the newer one comes first', () => {
  expect(offered(head, here('here', 9), server('elsewhere', 6))).toEqual(['here', 'elsewhere'])
  expect(offered(head, here('here', 2), server('elsewhere', 6))).toEqual(['elsewhere', 'here'])
})

test('what was sent and then given up in another browser is not offered again', () => {
  expect(offered(head, here('old', 5, { isSent: true, serverSavedAt: 6 }), null)).toEqual([])
})

test('what was written without a server is offered', () => {
  expect(offered(head, here('offline', 5), null)).toEqual(['offline'])
})
