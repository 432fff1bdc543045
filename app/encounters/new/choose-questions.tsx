'use client'

import { useState } from 'react'
import type { Matched } from '#lib/encounters/match-questions'
import { languageOf } from '#lib/text/language'
import { ActionForm } from '#ui/action-form'
import { saveInterview } from '../../_actions/encounters.ts'
import { OccasionFields } from '../occasion-fields.tsx'
import type { InterviewLabels } from './interview-labels.ts'

/** What a question is to be: one that is here, a new one, or nothing. */
type Choice = { entry: string } | 'new' | 'skip'
type Props = {
  matched: Matched[]
  companies: string[]
  notes: { value: string; label: string }[]
  labels: InterviewLabels
  refusals: Record<string, string>
}

/** Each question with what it may be, to be confirmed, and where and when all of them were asked. */
export function ChooseQuestions({ matched, companies, notes, labels, refusals }: Props) {
  const [choices, setChoices] = useState<Choice[]>(() =>
    matched.map(({ best }) => (best ? { entry: best } : notes.length > 0 ? 'new' : 'skip')),
  )
  const [note, setNote] = useState(notes[0]?.value ?? '')
  const choose = (at: number, choice: Choice) =>
    setChoices((before) => before.map((one, n) => (n === at ? choice : one)))
  const questions = matched.flatMap(({ question }, at) => {
    const choice = choices[at] ?? 'skip'
    if (choice === 'skip') return []
    return [choice === 'new' ? { note, title: question } : choice]
  })
  return (
    <ActionForm
      action={saveInterview}
      refusals={refusals}
      submit={labels.save}
      hidden={{ questions: JSON.stringify(questions) }}
      done={({ recorded, created }) => (
        <p role="status">
          {labels.saved.replace('{recorded}', String(recorded)).replace('{created}', String(created))}{' '}
          <a href="/asked">{labels.toAsked}</a>
        </p>
      )}
    >
      <p>{labels.choose}</p>
      <ol className="matched">
        {matched.map(({ question, candidates }, at) => (
          <li key={question}>
            <fieldset>
              <legend lang={languageOf(question)}>{question}</legend>
              {candidates.map(({ shortId, title, note: place }) => {
                const choice = choices[at]
                return (
                  <Option
                    key={shortId}
                    name={`question-${at}`}
                    checked={typeof choice === 'object' && choice.entry === shortId}
                    onChoose={() => choose(at, { entry: shortId })}
                    label={title}
                    hint={place}
                  />
                )
              })}
              {notes.length > 0 ? (
                <Option
                  name={`question-${at}`}
                  checked={choices[at] === 'new'}
                  onChoose={() => choose(at, 'new')}
                  label={labels.asNew}
                />
              ) : null}
              <Option
                name={`question-${at}`}
                checked={choices[at] === 'skip'}
                onChoose={() => choose(at, 'skip')}
                label={labels.skip}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      {choices.includes('new') ? (
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

type OptionProps = { name: string; checked: boolean; onChoose: () => void; label: string; hint?: string }

function Option({ name, checked, onChoose, label, hint }: OptionProps) {
  return (
    <label className="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  )
}
