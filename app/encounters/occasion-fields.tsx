import { TextField } from '#ui/text-field'

export type OccasionLabels = Record<'when' | 'whenHint' | 'company' | 'role' | 'round', string>
type Given = { when?: string; company?: string | null; role?: string | null; round?: string | null }

/** Where and when one was asked; everything may be left empty. */
export function OccasionFields({
  labels,
  companies,
  given = {},
  list = 'companies',
}: {
  labels: OccasionLabels
  companies: string[]
  given?: Given
  /** The id of the list of companies, where several forms stand on one page. */
  list?: string
}) {
  return (
    <div className="occasion">
      <TextField
        name="when"
        label={labels.when}
        hint={labels.whenHint}
        defaultValue={given.when ?? ''}
        maxLength={20}
      />
      <TextField
        name="company"
        label={labels.company}
        defaultValue={given.company ?? ''}
        maxLength={80}
        list={list}
      />
      <TextField name="role" label={labels.role} defaultValue={given.role ?? ''} maxLength={80} />
      <TextField name="round" label={labels.round} defaultValue={given.round ?? ''} maxLength={80} />
      <datalist id={list}>
        {companies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}
