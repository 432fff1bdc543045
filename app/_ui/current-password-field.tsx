import { TextField } from './text-field.tsx'

/** The password that somebody has: asked for to sign in, and before an account is changed. */
export function CurrentPasswordField({ name = 'password', label }: { name?: string; label: string }) {
  return <TextField name={name} type="password" label={label} autoComplete="current-password" required />
}
