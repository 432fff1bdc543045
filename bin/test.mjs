#!/usr/bin/env node
// `npm test [-- PART…]`: installs what is missing, runs every check, ends with `N passed, N failed`.
import './prepare/require-node.mjs'

const { runChecks } = await import('./prepare/checks.mjs')
process.exitCode = await runChecks(process.argv.slice(2))
