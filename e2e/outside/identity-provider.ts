import { createHash, createPublicKey, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Grant = { nonce: string | null; challenge: string | null; redirectUri: string | null }

export type IdentityProvider = {
  issuer: string
  client: { id: string; secret: string }
  /** Who is signed in there; the next sign-in brings these claims. */
  person: Record<string, unknown>
  /** What each sign-in asked for, in order. */
  asked: URLSearchParams[]
  stop(): void
}

const client = { id: 'errata', secret: 'a secret between the two' }

/** A small OpenID Connect provider (authorization code with PKCE) that lets whoever it is told to be in without a question. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const asked: URLSearchParams[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration') return json(configurationOf(provider.issuer))
    if (url.pathname === '/jwks') {
      const key = createPublicKey(privateKey).export({ format: 'jwk' })
      return json({ keys: [{ ...key, kid: '1', alg: 'RS256', use: 'sig' }] })
    }
    if (url.pathname === '/authorize') {
      asked.push(url.searchParams)
      const code = randomUUID()
      const get = (name: string) => url.searchParams.get(name)
      grants.set(code, {
        nonce: get('nonce'),
        challenge: get('code_challenge'),
        redirectUri: get('redirect_uri'),
      })
      const back = new URL(get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: get('state') ?? '' }).toString()
      return response.writeHead(302, { Location: back.href }).end()
    }
    if (url.pathname === '/token') {
      const form = new URLSearchParams(await text(request))
      const grant = grants.get(form.get('code') ?? '')
      grants.delete(form.get('code') ?? '')
      if (!grant || !isOurs(request) || !fits(grant, form)) return json({ error: 'invalid_grant' }, 400)
      const seconds = Math.floor(Date.now() / 1_000)
      const claims = {
        iss: provider.issuer,
        aud: client.id,
        iat: seconds,
        exp: seconds + 60,
        nonce: grant.nonce,
      }
      const id_token = sign({ ...claims, ...provider.person })
      return json({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token })
    }
    return json({ error: 'not_found' }, 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a listening TCP server has one of this shape
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${port}`,
    client,
    person: { sub: randomUUID() },
    asked,
    stop: () => server.close(),
  }
  return provider

  function sign(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const head = `${part({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${part(claims)}`
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey).toString('base64url')}`
  }
}

function configurationOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  }
}

function isOurs({ headers }: IncomingMessage): boolean {
  const [id, secret] = Buffer.from(headers.authorization?.slice('Basic '.length) ?? '', 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
  return id === client.id && secret === client.secret
}

/** PKCE (RFC 7636): only whoever asked can hand the code in, and at the address that it was asked for. */
function fits({ challenge, redirectUri }: Grant, form: URLSearchParams): boolean {
  const hashed = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  return hashed === challenge && form.get('redirect_uri') === redirectUri
}
