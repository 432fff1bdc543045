'use client'

import { useState } from 'react'
import type { Matched } from '#lib/encounters/match-questions'
import { languageOf } from '#lib/text/language'
import { ActionForm } from '#ui/action-form'
import { saveInterview, undoInterview } from '../../_actions/encounters.ts'
import { OccasionFields } from '../occasion-fields.tsx'
import type { InterviewLabels } from './interview-labels.ts'

// No short id has these.
const asNew = '+'
const skipped = '-'

type Props = {
  matched: Matched[]
  companies: string[]
  notes: { value: string; label: string }[]
  labels: InterviewLabels
  refusals: Record<string, string>
}

/** Each question with what it may be, to be confirmed, and where and when all of them were asked. */
export function ChooseQuestions({ matched, companies, notes, labels, refusals }: Props) {
  /** What each question is to be: one that is here, by short id, a new one, or nothing. */
  const [choices, setChoices] = useState(() =>
    matched.map(({ best }) => best ?? (notes.length > 0 ? asNew : skipped)),
  )
  const [note, setNote] = useState(notes[0]?.value ?? '')
  const questions = matched.flatMap(({ question }, at) => {
    const choice = choices[at] ?? skipped
    if (choice === skipped) return []
    return [choice === asNew ? { note, title: question } : { entry: choice }]
  })
  return (
    <ActionForm
      action={saveInterview}
      refusals={refusals}
      submit={labels.save}
      hidden={{ questions: JSON.stringify(questions) }}
      done={(recorded) => <Saved recorded={recorded} labels={labels} refusals={refusals} />}
    >
      <p>{labels.choose}</p>
      <ol className="matched">
        {matched.map((one, at) => (
          <Question
            key={one.question}
            id={`question-${at}`}
            matched={one}
            choice={choices[at] ?? skipped}
            choose={(choice) => setChoices(choices.with(at, choice))}
            labels={labels}
            mayAsk={notes.length > 0}
          />
        ))}
      </ol>
      {choices.includes(asNew) ? (
        <div className="field">
          <label htmlFor="new-in">{labels.note}</label>
          <select id="new-in" value={note} onChange={({ target }) => setNote(target.value)}>
            {notes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <OccasionFields labels={labels} companies={companies} />
    </ActionForm>
  )
}

type QuestionProps = {
  id: string
  matched: Matched
  choice: string
  choose: (choice: string) => void
  labels: InterviewLabels
  mayAsk: boolean
}

/** One question of the interview; what is a known one, a new one or nothing is told apart at a glance. */
function Question({ id, matched, choice, choose, labels, mayAsk }: QuestionProps) {
  const { question, candidates } = matched
  const kind = { [asNew]: 'new', [skipped]: 'skipped' }[choice] ?? 'known'
  return (
    <li className="field" data-choice={kind}>
      <label htmlFor={id} lang={languageOf(question)}>
        {question}
      </label>
      <select id={id} value={choice} onChange={({ target }) => choose(target.value)}>
        {candidates.length > 0 ? (
          <optgroup label={labels.known}>
            {candidates.map(({ shortId, title, note }) => (
              <option key={shortId} value={shortId}>
                {`${title} · ${note}`}
              </option>
            ))}
          </optgroup>
        ) : null}
        {mayAsk ? <option value={asNew}>{labels.asNew}</option> : null}
        <option value={skipped}>{labels.skip}</option>
      </select>
    </li>
  )
}

type SavedProps = {
  recorded: { encounters: string[]; questions: string[] }
  labels: InterviewLabels
  refusals: Record<string, string>
}

/** What was kept, with the way back. */
function Saved({ recorded, labels, refusals }: SavedProps) {
  const { encounters, questions } = recorded
  return (
    <div className="done">
      <p role="status">
        {labels.saved
          .replace('{recorded}', String(encounters.length))
          .replace('{created}', String(questions.length))}{' '}
        <a href="/asked">{labels.toAsked}</a>
      </p>
      <ActionForm
        action={undoInterview}
        refusals={refusals}
        submit={labels.undo}
        tone="plain"
        hidden={{ recorded: JSON.stringify(recorded) }}
        done={() => <p role="status">{labels.undone}</p>}
      />
    </div>
  )
}
