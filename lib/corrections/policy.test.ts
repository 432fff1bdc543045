import { expect, test } from 'vitest'
import { guest, type Viewer } from '#lib/auth/viewer'
import type { CorrectionKind, CorrectionState } from './correction.ts'
import {
  type Judged,
  mayAccept,
  mayAmend,
  mayApplyTogether,
  mayCloseReport,
  mayConfirm,
  mayPropose,
  mayReject,
  mayReport,
  maySupport,
  mayUndo,
  mayWithdraw,
} from './policy.ts'

const person = (id: string, role: Viewer['role']): Viewer => ({ id, role, name: id })
const people = {
  guest,
  author: person('author', 'member'),
  member: person('member', 'member'),
  owner: person('owner', 'member'),
  editor: person('editor', 'editor'),
  admin: person('admin', 'admin'),
}
type Who = keyof typeof people

const given = (more: { state?: CorrectionState; kind?: CorrectionKind; authorId?: string } = {}): Judged => ({
  authorId: 'author',
  kind: 'fact',
  state: 'open',
  target: { authorId: 'owner', origin: 'person' },
  ...more,
})
const those = (may: (viewer: Viewer) => boolean) =>
  (Object.keys(people) as Who[]).filter((who) => may(people[who]))
const signedIn: Who[] = ['author', 'member', 'owner', 'editor', 'admin']
const judges: Who[] = ['owner', 'editor', 'admin']

test('everybody but guests proposes and reports', () => {
  expect(those(mayPropose)).toEqual(signedIn)
  expect(those(mayReport)).toEqual(signedIn)
})

test('editors, admins and the author of the answer accept and reject; nobody else', () => {
  expect(those((viewer) => mayAccept(viewer, given(), 2))).toEqual(judges)
  expect(those((viewer) => mayReject(viewer, given()))).toEqual(judges)
})

test('an imported answer and a question are nobody’s own', () => {
  for (const origin of ['import', null] as const) {
    const correction = { ...given(), target: { authorId: 'owner', origin } }
    expect(those((viewer) => mayAccept(viewer, correction, 2))).toEqual(['editor', 'admin'])
  }
})

test.each(['fact', 'outdated', 'code'] as const)(
  'nobody accepts their own %s while there are two editors',
  (kind) => {
    for (const who of judges) {
      const own = given({ kind, authorId: who })
      expect(mayAccept(people[who], own, 2)).toBe(false)
      expect(mayAccept(people[who], own, 1)).toBe(true)
    }
  },
)

test.each(['typo', 'format', 'dead_link', 'misplaced', 'addition', 'duplicate'] as const)(
  'an editor accepts their own %s, and nobody rejects their own',
  (kind) => {
    const own = given({ kind, authorId: 'editor' })
    expect(mayAccept(people.editor, own, 2)).toBe(true)
    expect(mayReject(people.editor, own)).toBe(false)
  },
)

test.each(['accepted', 'rejected', 'withdrawn', 'superseded'] as const)('what is %s is decided', (state) => {
  const decided = given({ state })
  for (const may of [mayReject, mayWithdraw, maySupport])
    expect(those((viewer) => may(viewer, decided))).toEqual([])
  expect(those((viewer) => mayAccept(viewer, decided, 1))).toEqual([])
  expect(those((viewer) => mayAmend(viewer, decided, { conflicting: true }))).toEqual([])
})

test('its author withdraws and amends; where it clashes, whoever may decide resolves', () => {
  expect(those((viewer) => mayWithdraw(viewer, given()))).toEqual(['author'])
  expect(those((viewer) => mayAmend(viewer, given(), { conflicting: false }))).toEqual(['author'])
  expect(those((viewer) => mayAmend(viewer, given(), { conflicting: true }))).toEqual(['author', ...judges])
})

test('everybody else says that they found the same; two voices suffice for slips and form alone', () => {
  expect(those((viewer) => maySupport(viewer, given()))).toEqual(['member', ...judges])
  expect(mayApplyTogether('typo', 2) && mayApplyTogether('format', 0)).toBe(true)
  expect(mayApplyTogether('fact', 2) || mayApplyTogether('typo', 200)).toBe(false)
})

test('who may edit the text takes an acceptance back; who reported confirms, or else who proposed', () => {
  const accepted = given({ state: 'accepted' })
  expect(those((viewer) => mayUndo(viewer, accepted))).toEqual(judges)
  expect(those((viewer) => mayUndo(viewer, given({ state: 'rejected' })))).toEqual([])
  expect(those((viewer) => mayConfirm(viewer, accepted, null))).toEqual(['author'])
  expect(those((viewer) => mayConfirm(viewer, accepted, 'member'))).toEqual(['member'])
  expect(those((viewer) => mayConfirm(viewer, given(), 'member'))).toEqual([])
})

test('a report is closed by who made it and by who may decide', () => {
  const report = { authorId: 'member', target: given().target }
  expect(those((viewer) => mayCloseReport(viewer, report))).toEqual(['member', ...judges])
})
