import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { discardDraft } from '../_actions/texts.ts'
import { draftStore } from './draft-store.ts'
import { draftsToOffer } from './drafts-to-offer.ts'
import { type DraftKeeper, type DraftState, keepDraft } from './keep-draft.ts'
import { sendDraft } from './send-draft.ts'
import { useOtherTabs } from './use-other-tabs.ts'
import { type Draft, type Head, saysTheSame, type Version } from './version.ts'

export type Text = {
  kind:
    | 'entry'
    | 'answer'
    | 'section'
    | 'new-answer'
    | 'new-entry'
    | 'suggest-entry'
    | 'suggest-answer'
    | 'amend'
  /** Its own, or of what it will belong to. */
  id: string
  personId: string
  head: Head
  /** What the server kept of it for this person. */
  draft: Draft | null
}

/** What is said above the text: that a draft is shown, that one was given up, or that another tab is on the same text. */
export type Note =
  | { kind: 'draft'; draft: Draft; other: Draft | undefined }
  | { kind: 'discarded'; version: Version }
  | { kind: 'other-tab'; version: Version }
  | { kind: 'saved-elsewhere' | 'followed' }

/** A text while it is edited: what it is now, where that is kept, and what other tabs do to it. */
export function useEditing({ kind, id, personId, head, draft }: Text) {
  const subject = `${kind}:${id}`
  const saved: Version = { title: head.title, markdown: head.markdown, baseId: head.id }
  const [opened, setOpened] = useState<{ version: Version; turn: number; takesFocus: boolean } | null>(null)
  const [title, setTitle] = useState(head.title ?? '')
  const [note, setNote] = useState<Note | null>(null)
  const [draftState, setDraftState] = useState<DraftState>('clean')
  const now = useRef(saved)
  const sameAs = useRef(saved)
  const keeper = useRef<DraftKeeper>(null)
  const current = useRef<(() => string) | null>(null)

  const open = (version: Version, takesFocus = true) => {
    now.current = version
    sameAs.current = version
    // At once: a letter typed into what stands there until then would be lost.
    flushSync(() => {
      setTitle(version.title ?? '')
      setOpened((before) => ({ version, turn: (before?.turn ?? 0) + 1, takesFocus }))
    })
  }
  const change = (part: Partial<Version>) => {
    const version = { ...now.current, ...part }
    if (saysTheSame(version, now.current) && version.baseId === now.current.baseId) return
    const from = now.current
    now.current = version
    keeper.current?.change(version)
    tellTabs({ kind: 'text', version, from })
  }
  const collect = () => {
    if (current.current) change({ markdown: current.current() })
  }
  const hasOwn = () => !saysTheSame(now.current, sameAs.current)
  const tellTabs = useOtherTabs(`${personId} ${subject}`, {
    onText(version, from) {
      collect()
      const mine = now.current
      if (saysTheSame(version, mine)) return
      // Whoever went on from what stands here is followed, as is whoever writes where nothing was written here.
      if (saysTheSame(mine, from) || saysTheSame(mine, sameAs.current)) {
        open(version, false)
        return setNote({ kind: 'followed' })
      }
      keeper.current?.keepBeside(version, mine)
      setNote({ kind: 'other-tab', version })
    },
    onSaved(version) {
      // Both tabs keep one draft, which is gone now.
      if (hasOwn() && !saysTheSame(version, now.current)) keeper.current?.change(now.current)
      setNote({ kind: 'saved-elsewhere' })
    },
    onOpened() {
      if (hasOwn()) tellTabs({ kind: 'text', version: now.current, from: sameAs.current })
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is opened once; another one is another page.
  useEffect(() => {
    const store = draftStore(personId, subject)
    const made = keepDraft({
      store,
      send: (version) => sendDraft(personId, subject, version),
      serverSavedAt: draft?.savedAt ?? null,
      onState: setDraftState,
    })
    keeper.current = made
    let isCurrent = true
    const reopen = async () => {
      const here = await store.read().catch(() => undefined)
      if (!isCurrent) return
      const [newest, other] = draftsToOffer(head, here, draft)
      if (newest) setNote({ kind: 'draft', draft: newest, other })
      open(newest ? versionOf(newest) : saved)
      if (newest && newest !== draft) made.change(versionOf(newest))
      else if (newest) setDraftState('saved')
      if (!newest && (here || draft)) void giveUp()
    }
    void reopen()
    const again = () => made.retryNow()
    addEventListener('online', again)
    addEventListener('focus', again)
    return () => {
      isCurrent = false
      made.stop()
      removeEventListener('online', again)
      removeEventListener('focus', again)
    }
  }, [])

  const giveUp = async () => {
    await keeper.current?.forget()
    await discardDraft({ subject, personId }).catch(() => undefined) // unreachable: it is offered again, and harmless
  }
  return {
    personId,
    opened,
    title,
    note,
    draftState,
    now,
    keeper,
    /** Set by whoever shows the text: asks for the whole of it as it is at this moment. */
    current,
    /** Takes over letters that an editor has not told yet. */
    collect,
    change,
    open,
    giveUp,
    writeTitle(text: string) {
      setTitle(text)
      change({ title: text })
    },
    /** Back to the text as it is saved; what was written can still be brought back. */
    discard() {
      setNote({ kind: 'discarded', version: now.current })
      open(saved)
      void giveUp()
    },
    /** Shows another version of one's own in place of this one, which stays at hand. */
    show(version: Version) {
      const before = now.current
      open(version)
      keeper.current?.change(version)
      setNote(saysTheSame(before, saved) ? null : { kind: 'other-tab', version: before })
    },
    /** What was said above the text does not hold any more. */
    endNote: () => setNote(null),
    tellSaved: () => tellTabs({ kind: 'saved', version: now.current }),
  }
}

const versionOf = ({ title, markdown, baseId }: Draft): Version => ({ title, markdown, baseId })
