/** Tables whose rows the application may add but never change or remove. */
const appendOnly = [
  'revision',
  'revision_link',
  'revision_coauthor',
  'correction_rev',
  'correction_step',
  'comment_text',
  'audit',
  'note_import',
  'note_piece',
  'import_conflict',
]

/** Statements that let a role without superuser rights do the application's work, and no more. */
export function grantStatements(role: string): string[] {
  const name = `"${role.replaceAll('"', '""')}"`
  return [
    `grant usage on schema public to ${name}`,
    `grant select, insert, update, delete on all tables in schema public to ${name}`,
    `grant usage, select on all sequences in schema public to ${name}`,
    `grant execute on all functions in schema public to ${name}`,
    ...appendOnly.map((table) => `revoke update, delete, truncate on "${table}" from ${name}`),
  ]
}
