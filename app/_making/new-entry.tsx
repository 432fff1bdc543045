'use client'

import { useEffect, useRef, useState } from 'react'
import { type EntryState, longestTag, mostTags, tagKey } from '#lib/entries/entry'
import type { NearDuplicate } from '#lib/search/near-duplicates'
import { ask } from '../_actions/making.ts'
import type { EditWords } from '../_edit/edit-words.ts'
import { fill } from '../_edit/fill.ts'
import { TitleField } from '../_edit/title-field.tsx'
import { useEditing } from '../_edit/use-editing.ts'
import { useSubmit } from '../_edit/use-submit.ts'
import type { Draft } from '../_edit/version.ts'
import { WritingFrame } from '../_edit/writing-frame.tsx'
import type { EditorLabels } from '../_editor/labels.ts'
import type { MakingWords } from './making-words.ts'
import { NearList } from './near-list.tsx'
import { OptionalText } from './optional-text.tsx'
import { type NoteChoice, type Place, PlaceFields } from './place-fields.tsx'
import { joinText, type Label, splitText } from './question-text.ts'
import { SameQuestion } from './same-question.tsx'
import type { SectionChoice } from './section-choices.ts'
import { TagField } from './tag-field.tsx'
import { useNearDuplicates } from './use-near-duplicates.ts'

type Props = {
  personId: string
  /** What the question is to be, where its page was opened with one. */
  title: string
  place: Place
  notes: NoteChoice[]
  sections: SectionChoice[]
  knownTags: string[]
  draft: Draft | null
  /** Where one comes from. */
  path: string
  words: EditWords
  making: MakingWords
  labels: EditorLabels
  states: Record<EntryState, string>
  refusals: Record<string, string>
}

/** Asks a question: title, place and tags, with context and a first answer where they are wanted; says what is asked already. */
export function NewEntry({ personId, title, notes, sections, knownTags, draft, path, ...said }: Props) {
  const { words, making, labels, states, refusals } = said
  const head = { id: null, number: 0, title, markdown: '' }
  const editing = useEditing({ kind: 'new-entry', id: personId, personId, head, draft })
  const context = useRef<(() => string) | null>(null)
  const answer = useRef<(() => string) | null>(null)
  const [{ place, tags }, setLabel] = useState<Label>({ place: said.place, tags: [] })
  const [isFull, setFull] = useState(false)
  const [isTyping, setTyping] = useState(false)
  const [same, setSame] = useState<NearDuplicate[] | null>(null)
  const near = useNearDuplicates(editing.title, isTyping)
  const { opened, now } = editing
  const { submit, isSaving, trouble } = useSubmit({
    editing,
    send: ask,
    leaveTo(asked) {
      if (asked.outcome === 'asked') return { path: asked.path, notice: making.asked }
      setSame(asked.entries)
      return null
    },
    words: { ...words, titleMissing: making.titleMissing },
    refusals,
  })

  const texts = () => {
    const kept = splitText(now.current.markdown)
    return {
      context: context.current ? context.current() : kept.context,
      answer: answer.current ? answer.current() : kept.answer,
    }
  }
  const whole = () => {
    const written = texts()
    const isMoved = place.note !== said.place.note || place.section !== said.place.section
    const isBlank = now.current.title === title && written.context === '' && written.answer === ''
    const label = isBlank && tags.length === 0 && !isMoved ? null : { place, tags }
    return joinText({ ...written, label })
  }
  editing.current.current = opened ? whole : null
  const keep = editing.collect
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a version says is shown once, when that is opened.
  useEffect(() => {
    if (!opened) return
    const { label } = splitText(opened.version.markdown)
    const isThere = notes.some(({ id }) => id === label?.place.note)
    setLabel({ place: label && isThere ? label.place : said.place, tags: label?.tags ?? [] })
  }, [opened])
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts and title are kept as they are typed.
  useEffect(() => {
    if (opened) keep()
  }, [place, tags])
  const send = (anyway: boolean) => {
    if (isSaving || !opened) return
    keep()
    setSame(null)
    const section = place.section === '' ? null : place.section
    void submit({ title: editing.title, note: place.note, section, tags, anyway, ...texts() })
  }
  const addTag = (name: string) => {
    if (tags.some((one) => tagKey(one) === tagKey(name))) return true
    setFull(tags.length >= mostTags)
    if (tags.length >= mostTags) return false
    setLabel((now) => ({ ...now, tags: [...now.tags, name] }))
    return true
  }
  const errorOf = (...fields: string[]) =>
    trouble?.field && fields.includes(trouble.field) ? trouble.message : undefined
  const shared = {
    labels,
    onChange: keep,
    onSave: () => send(false),
    noteId: place.note,
    words,
  }
  const first = splitText(opened?.version.markdown ?? '')
  return (
    <>
      <WritingFrame
        {...{ editing, head, words, isSaving, path }}
        trouble={trouble?.field ? null : trouble}
        action={making.ask}
        editPath="/entries/new"
        onSave={() => send(false)}
        myText={() => [editing.title, ...Object.values(texts())].filter(Boolean).join('\n\n')}
      >
        <TitleField
          title={editing.title}
          label={words.title}
          onChange={(text) => {
            editing.writeTitle(text)
            keep()
          }}
          onComposing={setTyping}
          error={errorOf('title')}
          autoFocus
        />
        <div aria-live="polite" className="near" data-empty={near.length === 0 || undefined}>
          {near.length > 0 && (
            <>
              <h2>{fill(making.near, { count: near.length })}</h2>
              <NearList near={near} states={states} />
            </>
          )}
        </div>
        <PlaceFields
          {...{ notes, place, sections, making }}
          onChange={(chosen) => setLabel((now) => ({ ...now, place: chosen }))}
          error={errorOf('note', 'section')}
        />
        <TagField
          label={making.tags}
          hint={making.tagsHint}
          removeLabel={making.removeTag}
          add={making.add}
          names={tags}
          known={knownTags}
          onAdd={addTag}
          onRemove={(name) => {
            setFull(false)
            setLabel((now) => ({ ...now, tags: now.tags.filter((one) => one !== name) }))
          }}
          error={isFull ? fill(making.tagsFull, { most: mostTags }) : errorOf('tags')}
          longest={longestTag}
          isParted
        />
        {opened && (
          <div className="edit-text" key={opened.turn}>
            <OptionalText
              name={making.context}
              open={making.addContext}
              hint={making.contextHint}
              markdown={first.context}
              current={context}
              {...shared}
            />
            <OptionalText
              name={making.firstAnswer}
              open={making.addAnswer}
              hint={making.answerHint}
              markdown={first.answer}
              current={answer}
              {...shared}
            />
          </div>
        )}
      </WritingFrame>
      {same && (
        <SameQuestion
          {...{ near: same, states, making }}
          onAnyway={() => send(true)}
          onClose={() => setSame(null)}
        />
      )}
    </>
  )
}
