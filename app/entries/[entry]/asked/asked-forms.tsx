'use client'

import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { changeAsked, recordAsked, restoreAsked, retractAsked } from '../../../_actions/encounters.ts'
import { OccasionFields, type OccasionLabels } from '../../../encounters/occasion-fields.tsx'

type Labels = OccasionLabels &
  Record<
    'times' | 'submit' | 'done' | 'change' | 'save' | 'saved' | 'retract' | 'retracted' | 'undo' | 'undone',
    string
  >
type Common = { companies: string[]; refusals: Record<string, string>; labels: Labels }

/** Records that one was asked this. */
export function AskedForm({ entry, companies, refusals, labels }: Common & { entry: string }) {
  return (
    <ActionForm
      action={recordAsked}
      refusals={refusals}
      submit={labels.submit}
      hidden={{ entry }}
      done={labels.done}
    >
      <OccasionFields labels={labels} companies={companies} />
      <TextField name="times" type="number" label={labels.times} defaultValue={1} min={1} max={1000} />
    </ActionForm>
  )
}

type Encounter = {
  id: string
  when: string
  times: number
  company: string | null
  role: string | null
  round: string | null
}

/** Puts one right or takes it back. */
export function ChangeAsked({ encounter, companies, refusals, labels }: Common & { encounter: Encounter }) {
  return (
    <div className="actions">
      <details className="asked-change">
        <summary className="button">{labels.change}</summary>
        <ActionForm
          action={changeAsked}
          refusals={refusals}
          submit={labels.save}
          hidden={{ encounter: encounter.id }}
          done={labels.saved}
        >
          <OccasionFields
            labels={labels}
            companies={companies}
            given={encounter}
            list={`companies-${encounter.id}`}
          />
          <TextField
            name="times"
            type="number"
            label={labels.times}
            defaultValue={encounter.times}
            min={1}
            max={1000}
          />
        </ActionForm>
      </details>
      <ActionForm
        action={retractAsked}
        refusals={refusals}
        submit={labels.retract}
        tone="danger"
        hidden={{ encounter: encounter.id }}
        inline
        done={() => (
          <ActionForm
            action={restoreAsked}
            refusals={refusals}
            submit={labels.undo}
            tone="plain"
            hidden={{ encounter: encounter.id }}
            inline
            takesFocus
            done={() => <span role="status">{labels.undone}</span>}
          >
            <span role="status">{labels.retracted}</span>
          </ActionForm>
        )}
      />
    </div>
  )
}
