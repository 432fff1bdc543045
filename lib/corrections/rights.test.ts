import { expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer'
import type { Judged } from './policy.ts'
import { rightsOf } from './rights.ts'

const person = (id: string, role: Viewer['role']): Viewer => ({ id, role, name: id })
const open: Judged = {
  authorId: 'author',
  kind: 'fact',
  state: 'open',
  target: { authorId: null, origin: null },
}
const situation = { editors: 2, conflicting: true, reporterId: null }
const offered = (viewer: Viewer, correction = open) =>
  Object.entries(rightsOf(viewer, correction, situation))
    .filter(([, isOffered]) => isOffered)
    .map(([name]) => name)

test('a page offers of an open correction what each may do, and to nobody else', () => {
  expect(offered(person('author', 'member'))).toEqual(['withdraw', 'amend'])
  expect(offered(person('reader', 'member'))).toEqual(['support'])
  expect(offered(person('judge', 'editor'))).toEqual(['accept', 'reject', 'amend', 'support', 'undo'])
  expect(offered(person('author', 'editor'))).toEqual(['withdraw', 'amend', 'undo', 'needsAnother'])
})

test('of an accepted one it offers to take it out, and its author to confirm it', () => {
  const accepted: Judged = { ...open, state: 'accepted' }
  expect(offered(person('reader', 'member'), accepted)).toEqual([])
  expect(offered(person('author', 'member'), accepted)).toEqual(['confirm'])
  expect(offered(person('judge', 'editor'), accepted)).toEqual(['undo'])
})
