'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Change } from '#lib/text/changes'
import {
  confirmCorrection,
  decideCorrection,
  supportCorrection,
  undoCorrection,
  withdrawCorrection,
} from '../../_actions/corrections.ts'
import { ChangeChoice } from './change-choice.tsx'
import type { DecisionLabels } from './decision-labels.ts'
import { RejectForm } from './reject-form.tsx'
import { type Outcome, useOutcome } from './use-outcome.ts'

type Props = {
  correction: {
    id: string
    shortId: string
    rev: number
    headRevisionId: string
    state: string
    rights: Record<
      'accept' | 'reject' | 'withdraw' | 'amend' | 'support' | 'undo' | 'confirm' | 'needsAnother',
      boolean
    >
    /** The accepted rev that can be taken out again. */
    standing: number | undefined
    changes: Change[]
    isClean: boolean
    isConflicting: boolean
  }
  nextPath: string
  labels: DecisionLabels
  refusals: Record<string, string>
}

/** What the viewer may do about a correction, each with its key; a decision carries the rev and the head that are shown. */
export function Decision({ correction, nextPath, labels, refusals }: Props) {
  const { id: correctionId, rev, headRevisionId, rights, standing, changes, isClean } = correction
  const seen = { correctionId, rev, headRevisionId }
  const path = `/corrections/${correction.shortId}`
  const [chosen, setChosen] = useState(() => new Set(changes.map(({ id }) => id)))
  const [isRejecting, setRejecting] = useState(false)
  const { run, isBusy, trouble, hasMoved } = useOutcome({ labels, refusals })
  const isAll = chosen.size === changes.length
  const accept = () =>
    run(
      () =>
        decideCorrection(
          isAll
            ? { ...seen, verdict: 'accept' }
            : {
                ...seen,
                verdict: 'accept-hunks',
                hunks: changes.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
              },
        ),
      isAll ? labels.accepted : labels.acceptedPart,
      isAll ? nextPath : path,
      path,
    )
  const button = (
    key: string | undefined,
    label: string,
    onClick: () => void,
    tone?: 'primary' | 'danger',
  ): ReactNode => (
    <button
      type="button"
      className="button"
      data-tone={tone}
      data-key={key}
      title={key ? `${label} (${key})` : undefined}
      onClick={onClick}
      disabled={isBusy}
    >
      {label}
    </button>
  )
  // A button that is busy loses the focus; it goes on where the answer stands.
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (trouble && document.activeElement === document.body) said.current?.focus()
  }, [trouble])
  const simply = (send: () => Promise<Outcome>, notice: string) => () => void run(send, notice, path)
  const cancelReject = () => {
    setRejecting(false)
    document.querySelector<HTMLElement>('.decision [data-key="x"]')?.focus()
  }
  return (
    <section className="decision" aria-label={labels.decide}>
      {rights.needsAnother ? <p className="correction-says">{labels.needsAnother}</p> : null}
      {rights.accept && isClean && changes.length > 1 ? (
        <ChangeChoice
          changes={changes}
          chosen={chosen}
          onChoose={setChosen}
          label={labels.choose}
          lineEnd={labels.lineEnd}
        />
      ) : null}
      <div className="decision-buttons">
        {rights.accept && isClean
          ? button(
              'a',
              isAll ? labels.accept : labels.acceptSome,
              () => chosen.size > 0 && void accept(),
              'primary',
            )
          : null}
        {rights.accept && isClean ? (
          <a
            className="button"
            href={`${path}/amend?accept=1`}
            data-key="m"
            title={`${labels.withChanges} (m)`}
          >
            {labels.withChanges}
          </a>
        ) : null}
        {rights.reject ? button('x', labels.reject, () => setRejecting(!isRejecting)) : null}
        {rights.support
          ? button(
              undefined,
              labels.support,
              simply(() => supportCorrection({ correctionId, rev }), labels.supported),
            )
          : null}
        {rights.amend ? (
          <a className="button" href={`${path}/amend`}>
            {correction.isConflicting ? labels.resolve : labels.amend}
          </a>
        ) : null}
        {rights.withdraw
          ? button(
              undefined,
              labels.withdraw,
              simply(() => withdrawCorrection({ correctionId, rev }), labels.withdrawn),
            )
          : null}
        {rights.undo && standing !== undefined
          ? button(
              undefined,
              correction.state === 'accepted' ? labels.undo : labels.undoPart,
              simply(() => undoCorrection({ ...seen, rev: standing }), labels.undone),
            )
          : null}
      </div>
      {isRejecting ? (
        <RejectForm
          labels={labels}
          isBusy={isBusy}
          onCancel={cancelReject}
          onReject={(why) =>
            void run(
              () => decideCorrection({ ...seen, verdict: 'reject', ...why }),
              labels.rejected,
              nextPath,
            )
          }
        />
      ) : null}
      {rights.confirm ? (
        <fieldset className="confirmation">
          <legend>{labels.confirmTitle}</legend>
          {labels.confirmations.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className="button"
              disabled={isBusy}
              onClick={simply(
                () => confirmCorrection({ correctionId, confirmation: value }),
                labels.confirmed,
              )}
            >
              {label}
            </button>
          ))}
        </fieldset>
      ) : null}
      {trouble ? (
        <p ref={said} tabIndex={-1} role="alert" className="form-status" data-refused="">
          {trouble}{' '}
          {hasMoved ? (
            <button type="button" className="button" onClick={() => location.reload()}>
              {labels.again}
            </button>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}
